package store

import (
	"cmp"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// DeadLetter is something that could not be read, done or sent. It waits for the operator; nothing else waits for it.
type DeadLetter struct {
	Nomor   uint64         `json:"nomor"`
	At      time.Time      `json:"at"`
	Update  int64          `json:"update,omitempty"` // of what came in
	From    flow.AccountID `json:"from,omitempty"`   // who has sent it
	Raw     string         `json:"raw,omitempty"`    // as it came in
	Outbox  uint64         `json:"outbox,omitempty"` // of what was to go out
	To      flow.AccountID `json:"to,omitempty"`
	Letter  *post.Outgoing `json:"letter,omitempty"` // what was to go out
	Problem string         `json:"problem"`
}

const (
	deadMax = 10_000   // dead letters that are kept; the oldest go first
	rawMax  = 16 << 10 // bytes of an update that are kept

	deadOfOne = 20  // letters of one person that are kept among the newest
	deadSight = 200 // letters: a person makes as many only together with others
)

// clip cuts a text to n bytes.
func clip(s string, n int) string { return s[:min(len(s), n)] }

// bury keeps a dead letter, unless there are enough of its person: whoever makes them without end must not push out those of
// others.
func (w *writer) bury(d DeadLetter) error {
	if w.enoughOf(cmp.Or(d.From, d.To)) {
		w.dead++
		return nil
	}
	bucket := letters.In(w.tx)
	n, err := bucket.NextSequence()
	if err != nil {
		return err
	}
	d.Nomor, d.Raw = n, clip(d.Raw, rawMax)
	w.dead++
	if d.Outbox != 0 {
		if o, found := lookUp(w.Reader, outgoings, key(d.Outbox)); found {
			d.Letter = &o
		}
	}
	if n > deadMax {
		if err := letters.Delete(w.tx, key(n-deadMax)); err != nil {
			return err
		}
	}
	return letters.Put(w.tx, d)
}

// enoughOf tells whether there are enough letters of a person among the newest.
func (w *writer) enoughOf(person flow.AccountID) bool {
	if person == 0 {
		return false
	}
	last, found := letters.In(w.tx).Sequence(), 0
	for n := last; n > 0 && last-n < deadSight && found < deadOfOne; n-- {
		if d, is := lookUp(w.Reader, letters, key(n)); is && cmp.Or(d.From, d.To) == person {
			found++
		}
	}
	return found >= deadOfOne
}

// DeadLetters lists them, oldest first.
func (s *Store) DeadLetters() ([]DeadLetter, error) {
	if err := s.Flush(); err != nil {
		return nil, err
	}
	var list []DeadLetter
	err := s.view(func(tx *bolt.Tx) error {
		return letters.Each(tx, func(d DeadLetter) error {
			list = append(list, d)
			return nil
		})
	})
	return list, err
}

// Resend puts what could not be sent back into the outbox and forgets the dead letters; the tickets are for the sender. A
// letter of something that came in stays.
//
// The right is judged anew: what the person may no longer have is forgotten with its letter.
func (s *Store) Resend(nomor []uint64, at time.Time) (tickets []post.Ticket, err error) {
	return s.enter(&batch{write: func(w *writer) error {
		w.in = post.Incoming{Event: dialog.Event{At: at}}
		for _, n := range nomor {
			if err := w.resend(n); err != nil {
				return err
			}
		}
		return nil
	}})
}

func (w *writer) resend(nomor uint64) error {
	d, found := lookUp(w.Reader, letters, key(nomor))
	if !found || d.Letter == nil {
		return nil
	}
	o, worthwhile := d.Letter.Again()
	if worthwhile && !w.outdated(d.Outbox, o) && permitted(w.Reader, o) {
		if err := w.send(o); err != nil {
			return err
		}
	}
	return letters.Delete(w.tx, key(nomor))
}

// outdated tells whether a later screen stands where this one was to go.
func (w *writer) outdated(id uint64, o post.Outgoing) bool {
	if o.Slot() == "" {
		return false
	}
	held, _ := lookUp(w.Reader, slots, slotKeyOf(o.To, o.Slot()))
	return held.Last > id
}

// Forget removes dead letters.
func (s *Store) Forget(nomor []uint64) error {
	return s.update(func(tx *bolt.Tx) error {
		for _, n := range nomor {
			if err := letters.Delete(tx, key(n)); err != nil {
				return err
			}
		}
		return nil
	})
}
