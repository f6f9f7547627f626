package cetakan

import (
	"strings"

	"siip-asn/flow/jejak"
)

// Tanda is the code on something printed, by which it can be checked later: short enough to be typed, with the link that
// it is behind and that link as a picture. The zero value is no code.
type Tanda struct {
	Kode string // V-7K2M-9QPD
	Link string // t.me/<bot>?start=v_…; empty where the bot's name is not known
	PNG  []byte // the link as a QR

	Anchor jejak.Anchor // the end of the trail when it was made, to be held against the trail by check --anchor
}

// Perintah is what somebody types to the bot who cannot follow the link.
func (t Tanda) Perintah() string { return "/start v_" + strings.TrimPrefix(t.Kode, "V-") }
