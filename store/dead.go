package store

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
)

// DeadLetter is something that could not be read, done or sent. It waits for the operator; nothing else waits for it.
type DeadLetter struct {
	Nomor   uint64         `json:"nomor"`
	At      time.Time      `json:"at"`
	Update  int64          `json:"update,omitempty"` // of what came in
	Raw     string         `json:"raw,omitempty"`    // as it came in
	Outbox  uint64         `json:"outbox,omitempty"` // of what was to go out
	To      flow.AccountID `json:"to,omitempty"`
	Letter  *flow.Outgoing `json:"letter,omitempty"` // what was to go out
	Problem string         `json:"problem"`
}

// deadMax is how many dead letters are kept; the oldest go first.
const deadMax = 10_000

func (w *writer) bury(d DeadLetter) error {
	bucket := w.tx.Bucket([]byte(letters.name))
	n, err := bucket.NextSequence()
	if err != nil {
		return err
	}
	d.Nomor = n
	if d.Outbox != 0 {
		if o, found := lookUp(w.Reader, outgoings, key(d.Outbox)); found {
			d.Letter = &o
		}
	}
	if n > deadMax {
		if err := letters.delete(w.tx, key(n-deadMax)); err != nil {
			return err
		}
	}
	return letters.put(w.tx, d)
}

// DeadLetters lists them, oldest first.
func (s *Store) DeadLetters() ([]DeadLetter, error) {
	var list []DeadLetter
	err := s.db.View(func(tx *bolt.Tx) error {
		return letters.each(tx, func(d DeadLetter) error {
			list = append(list, d)
			return nil
		})
	})
	return list, err
}
