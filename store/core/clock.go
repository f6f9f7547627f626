package core

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/post"
	"siip-asn/store/reader"
)

// noteClock takes notice of the time that a batch of events brings.
func noteClock(tx *bolt.Tx, batch []post.Incoming) error {
	if len(batch) == 0 || batch[0].Event.At.IsZero() {
		return nil
	}
	return reader.NoteTime(tx, batch[0].Event.At)
}

// Leap is how far the clock of the machine has gone from what the database believes, in either direction, when no pause of
// the program explains it; 0 when all is well. believed is the time before the leap.
func (s *Store) Leap() (by time.Duration, believed time.Time, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		c := reader.ClockOf(tx)
		by, believed = c.Strange(), c.Seen
		return nil
	})
	return by, believed, err
}
