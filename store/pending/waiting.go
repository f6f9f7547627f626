package pending

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// WaitingSlots knows, in a transaction, which record of the outbox waits for which slot: of several screens for one slot only
// the last one is sent. It stands in memory alone, read from the heads when the database is opened, because an entry on disk
// would be made only to be deleted a moment later. Only the committer writes the outbox, so only it reads this.
type WaitingSlots struct {
	Durable map[SlotKey]uint64
	Changed map[SlotKey]uint64 // by this transaction; 0: nothing waits
}

// At is the number of what waits for the slot; 0: nothing does.
func (w *WaitingSlots) At(chat flow.AccountID, s dialog.Slot) uint64 {
	k := SlotKey{Chat: chat, Slot: s}
	if id, changed := w.Changed[k]; changed {
		return id
	}
	return w.Durable[k]
}

// Set notes that a record waits for a slot, 0: none does.
func (w *WaitingSlots) Set(chat flow.AccountID, s dialog.Slot, id uint64) {
	w.Changed[SlotKey{Chat: chat, Slot: s}] = id
}

// Sent forgets one that waits no longer. A later one for the slot still does.
func (w *WaitingSlots) Sent(chat flow.AccountID, s dialog.Slot, id uint64) {
	if w.At(chat, s) == id {
		w.Set(chat, s, 0)
	}
}

// Committed makes the changes of the transaction those of everybody.
func (w *WaitingSlots) Committed() {
	for k, id := range w.Changed {
		if id == 0 {
			delete(w.Durable, k)
		} else {
			w.Durable[k] = id
		}
	}
}
