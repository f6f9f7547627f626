package core

import (
	"siip-asn/flow/post"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/pending"
	"siip-asn/store/schema"
)

// readWaiting builds, from the heads of the outbox, which record waits for which slot.
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

// succeed lets screen o take the place of one that waits for the same slot. The message for both is sent anew, and sounds, if one
// of them would have been. The earlier one may be on its way just now: if it lands, the person has been notified, and o must not
// notify again. So o keeps the number of the screen from which it has the louder manner (Owed), and its own manner (Own), which
// draft uses when the receipt of that screen has come.
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
