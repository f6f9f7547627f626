package store

import (
	"bytes"
	"slices"
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
	From    flow.AccountID `json:"from,omitempty"`   // who did it
	Raw     string         `json:"raw,omitempty"`    // as it came in
	Outbox  uint64         `json:"outbox,omitempty"` // of what was to go out
	To      flow.AccountID `json:"to,omitempty"`
	Letter  *post.Outgoing `json:"letter,omitempty"` // what was to go out
	Problem string         `json:"problem"`
}

// The bounds of what is kept; the oldest go first. One person cannot push out the letters of others.
const (
	deadMax    = 10_000   // letters in all
	deadPerson = 100      // of one person
	deadNobody = 1_000    // of nobody: what could not even be read
	deadCheck  = 100      // so many new ones come between two looks at the number in all
	rawMax     = 16 << 10 // bytes of an update
)

// clip cuts a text to n bytes.
func clip(s string, n int) string { return s[:min(len(s), n)] }

// bury keeps a dead letter. What holds an activation code that somebody could still use is not kept: a new code is given out
// in its place.
func (w *writer) bury(d DeadLetter) error {
	n, err := letters.In(w.tx).NextSequence()
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
	if w.holdsCode(d) {
		d.Raw, d.Letter = "", nil
		d.Problem += " (isinya memuat kode aktivasi, jadi tidak disimpan; berikan kode baru bila perlu)"
	}
	if err := letters.Put(w.tx, d); err != nil {
		return err
	}
	return w.boundLetters(d)
}

// person is whose letter it is: whoever wrote what came in, or to whom it was to go; 0: nobody's.
func (d DeadLetter) person() flow.AccountID {
	if d.From != 0 {
		return d.From
	}
	return d.To
}

// boundLetters forgets the oldest letters where there are too many.
func (w *writer) boundLetters(d DeadLetter) error {
	most := deadPerson
	if d.person() == 0 {
		most = deadNobody
	}
	own := deadOrang.Numbers(w.tx, key(int64(d.person())))
	for _, nomor := range own[:max(0, len(own)-most)] {
		if err := letters.Delete(w.tx, key(nomor)); err != nil {
			return err
		}
	}
	if d.Nomor%deadCheck != 0 {
		return nil
	}
	var all [][]byte
	letters.Scan(w.tx, nil, func(k, _ []byte) bool { all = append(all, bytes.Clone(k)); return true })
	for _, k := range all[:max(0, len(all)-deadMax)] {
		if err := letters.Delete(w.tx, k); err != nil {
			return err
		}
	}
	return nil
}

// holdsCode tells whether a letter holds a code that is still valid, or that from which the codes of a sheet are made.
func (w *writer) holdsCode(d DeadLetter) bool {
	if w.validCode(d.Raw) {
		return true
	}
	switch o := d.Letter; {
	case o == nil:
		return false
	case o.Send != nil:
		return o.Send.Laporan.Jenis == dialog.LaporanAktivasi || w.validCode(o.Send.Laporan.Teks)
	case o.Show != nil:
		return slices.ContainsFunc(words(o.Show.Screen), w.validCode)
	}
	return false
}

// words are the texts of a screen, with what its buttons open and copy.
func words(s dialog.Screen) []string {
	list := []string{s.Text.String()}
	for _, span := range s.Text {
		list = append(list, span.Text)
	}
	for _, row := range s.Rows {
		for _, c := range row {
			list = append(list, c.Label, c.Link, c.Copy)
		}
	}
	return list
}

func (w *writer) validCode(text string) bool {
	return slices.ContainsFunc(flow.FindKode(text), func(kode string) bool {
		return aktivasis.In(w.tx).Get(key(flow.HashKode(kode))) != nil
	})
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
