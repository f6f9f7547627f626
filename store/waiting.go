package store

import (
	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// waitingSlots knows, in a transaction, which record of the outbox waits for which slot: of several screens for one slot only
// the last one is sent. It stands in memory alone, read from the heads when the database is opened, because an entry on disk
// would be made only to be deleted a moment later. Only the committer writes the outbox, so only it reads this.
type waitingSlots struct {
	durable map[slotKey]uint64
	changed map[slotKey]uint64 // by this transaction; 0: nothing waits
}

// readWaiting makes it from the outbox.
func readWaiting(tx *bolt.Tx) (map[slotKey]uint64, error) {
	waiting := map[slotKey]uint64{}
	err := eachHead(tx, func(h head) error {
		if h.slot != "" {
			waiting[slotKey{h.To, h.slot}] = h.ID
		}
		return nil
	})
	return waiting, err
}

// at is the number of what waits for the slot; 0: nothing does.
func (w *waitingSlots) at(chat flow.AccountID, s dialog.Slot) uint64 {
	k := slotKey{chat, s}
	if id, changed := w.changed[k]; changed {
		return id
	}
	return w.durable[k]
}

func (w *waitingSlots) set(chat flow.AccountID, s dialog.Slot, id uint64) {
	w.changed[slotKey{chat, s}] = id
}

// sent forgets one that waits no longer. A later one for the slot still does.
func (w *waitingSlots) sent(chat flow.AccountID, s dialog.Slot, id uint64) {
	if w.at(chat, s) == id {
		w.set(chat, s, 0)
	}
}

// committed makes the changes of the transaction those of everybody.
func (w *waitingSlots) committed() {
	for k, id := range w.changed {
		if id == 0 {
			delete(w.durable, k)
		} else {
			w.durable[k] = id
		}
	}
}

// succeed lets a screen take the place of one that waits for the same slot: it does what either would, and a ring that is
// owed stays owed. When the earlier one is on its way already and lands, its ring has rung; so the screen keeps whose ring it
// took over, and in which manner it would go without that one.
func succeed(o *post.Outgoing, waiting post.Outgoing) {
	o.Own = o.Show.Manner
	o.Owed = waiting.ID
	if waiting.Owed != 0 {
		o.Owed, o.Own = waiting.Owed, louder(o.Own, waiting.Own)
	}
	o.Show.Silent = silent(*o.Show, *waiting.Show)
	o.Show.Manner = louder(o.Show.Manner, waiting.Show.Manner)
	o.Lane = min(o.Lane, waiting.Lane)
	if o.Show.Manner == o.Own {
		o.Owed, o.Own = 0, 0
	}
}
