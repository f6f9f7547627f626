package core

import (
	"siip-asn/flow/post"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/pending"
	"siip-asn/store/schema"
)

// readWaiting makes it from the outbox.
func readWaiting(tx *bolt.Tx) (map[pending.SlotKey]pending.WaitingSlot, error) {
	waiting := map[pending.SlotKey]pending.WaitingSlot{}
	err := EachHead(tx, func(h schema.Head) error {
		if h.Slot != "" {
			waiting[pending.SlotKey{Chat: h.To, Slot: h.Slot}] = pending.WaitingSlot{ID: h.ID}
		}
		return nil
	})
	return waiting, err
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
	o.Over = o.Over || waiting.Over
	if o.Show.Manner == o.Own {
		o.Owed, o.Own = 0, 0
	}
}
