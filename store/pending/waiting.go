package pending

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
)

// WaitingSlots knows, in a transaction, which record of the outbox waits for which slot: of several screens for one slot only
// the last one is sent. It stands in memory alone, read from the heads when the database is opened, because an entry on disk
// would be made only to be deleted a moment later. Only the committer writes the outbox, so only it reads this.
type WaitingSlots struct {
	Durable map[SlotKey]WaitingSlot
	Changed map[SlotKey]WaitingSlot // by this transaction; the zero value: nothing waits
}

// WaitingSlot is what waits for a slot: its number, and as much of it as its successor has to know. Of what an earlier process
// has left only the number is known.
type WaitingSlot struct {
	ID    uint64
	Brief *post.Outgoing // without its screen
}

// NewWaitingSlot is for a screen that has just been put into the outbox.
func NewWaitingSlot(o post.Outgoing) WaitingSlot {
	brief := post.Outgoing{ID: o.ID, Lane: o.Lane, Owed: o.Owed, Own: o.Own, Over: o.Over, Show: &dialog.Show{Manner: o.Show.Manner, Silent: o.Show.Silent}}
	return WaitingSlot{ID: o.ID, Brief: &brief}
}

// At is what waits for the slot; the zero value: nothing does.
func (w *WaitingSlots) At(chat flow.AccountID, s ui.Slot) WaitingSlot {
	k := SlotKey{Chat: chat, Slot: s}
	if waiting, changed := w.Changed[k]; changed {
		return waiting
	}
	return w.Durable[k]
}

// Before tells whether what waits for the slot has waited before this transaction: then it may be on its way, or be sent.
func (w *WaitingSlots) Before(chat flow.AccountID, s ui.Slot) bool {
	_, changed := w.Changed[SlotKey{Chat: chat, Slot: s}]
	return !changed
}

// Set notes what waits for a slot; the zero value: nothing does.
func (w *WaitingSlots) Set(chat flow.AccountID, s ui.Slot, waiting WaitingSlot) {
	w.Changed[SlotKey{Chat: chat, Slot: s}] = waiting
}

// Sent forgets one that waits no longer. A later one for the slot still does.
func (w *WaitingSlots) Sent(chat flow.AccountID, s ui.Slot, id uint64) {
	if w.At(chat, s).ID == id {
		w.Set(chat, s, WaitingSlot{})
	}
}

// Committed makes the changes of the transaction those of everybody.
func (w *WaitingSlots) Committed() {
	for k, waiting := range w.Changed {
		if waiting.ID == 0 {
			delete(w.Durable, k)
		} else {
			w.Durable[k] = waiting
		}
	}
}
