package ui

import (
	"strconv"
	"strings"

	"siip-asn/flow"
)

// Slot is a place in a chat that shows one screen at a time. The core names the slot; the sender knows which message
// holds it.
type Slot string

// Dialog is the slot of the conversation itself.
const Dialog Slot = "dialog"

// SlotOf is the place of the usulan's card in a chat.
func SlotOf(id flow.UsulanID) Slot { return Slot("usulan/" + strconv.FormatUint(uint64(id), 10)) }

// Usulan is the usulan whose card stands in the slot, if it is a slot of cards.
func (s Slot) Usulan() (flow.UsulanID, bool) {
	number, is := strings.CutPrefix(string(s), "usulan/")
	id, err := strconv.ParseUint(number, 10, 64)
	return flow.UsulanID(id), is && err == nil
}
