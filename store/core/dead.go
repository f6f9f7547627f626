package core

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// The bounds of what is kept; the oldest go first. Each person has a bound of his own, so that nobody who sends rubbish can push
// out the letters of others.
const (
	deadMax    = 10_000   // letters in all
	DeadPerson = 100      // of one person
	deadNobody = 1_000    // of nobody: what could not even be read
	deadCheck  = 100      // new letters between two counts of all
	RawMax     = 16 << 10 // bytes of an update
)

// clip cuts a text to n bytes.
func clip(s string, n int) string { return s[:min(len(s), n)] }

// bury keeps a dead letter. What holds an activation code that somebody could still use is not kept: a new code is given out
// in its place.
func bury(w *Writer, d schema.DeadLetter) error {
	n, err := schema.Letters.In(w.Tx).NextSequence()
	if err != nil {
		return err
	}
	d.Nomor = n
	w.dead++
	if d.Outbox != 0 {
		if o, found := reader.LookUp(w.Reader, schema.Outgoings, schema.Key(d.Outbox)); found {
			d.Letter = &o
		}
	}
	if holdsCode(w.Tx, d) {
		d.Raw, d.Letter = "", nil
		d.Problem += " (isinya memuat kode aktivasi, sehingga tidak disimpan; berikan kode baru bila perlu)"
	}
	d.Raw = clip(d.Raw, RawMax) // after holdsCode has read the whole of it
	if err := schema.Letters.Put(w.Tx, d); err != nil {
		return err
	}
	return w.boundLetters(d)
}

// boundLetters forgets the oldest letters where there are too many.
func (w *Writer) boundLetters(d schema.DeadLetter) error {
	most := DeadPerson
	if d.Person() == 0 {
		most = deadNobody
	}
	own := schema.DeadOrang.Numbers(w.Tx, schema.Key(int64(d.Person())))
	for _, nomor := range own[:max(0, len(own)-most)] {
		if err := schema.Letters.Delete(w.Tx, schema.Key(nomor)); err != nil {
			return err
		}
	}
	if d.Nomor%deadCheck != 0 {
		return nil
	}
	var all [][]byte
	schema.Letters.Scan(w.Tx, nil, func(k, _ []byte) bool { all = append(all, bytes.Clone(k)); return true })
	for _, k := range all[:max(0, len(all)-deadMax)] {
		if err := schema.Letters.Delete(w.Tx, k); err != nil {
			return err
		}
	}
	return nil
}

// holdsCode tells whether a letter holds an activation code that is still valid, or asks for a report whose codes anybody who reads
// the letter could make from it.
func holdsCode(tx *bolt.Tx, d schema.DeadLetter) bool {
	valid := func(text string) bool { return validCode(tx, text) }
	if slices.ContainsFunc(textsIn(d.Raw), valid) {
		return true
	}
	switch o := d.Letter; {
	case o == nil:
		return false
	case o.Send != nil:
		return o.Send.Laporan.Jenis == dialog.LaporanAktivasi || o.Send.Laporan.Jenis == dialog.LaporanUndangan || valid(o.Send.Laporan.Text)
	case o.Show != nil:
		return slices.ContainsFunc(words(o.Show.Screen), valid)
	}
	return false
}

// words are the texts of a screen, with what its buttons open and copy.
func words(s ui.Screen) []string {
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

// textsIn are the texts of an update as people see them, which JSON writes with escapes; and the update itself, in case that it
// is none, or cut off.
func textsIn(raw string) []string {
	list := []string{raw, escapes.Replace(raw)}
	var update any
	if json.Unmarshal([]byte(raw), &update) == nil {
		list = appendTexts(list, update)
	}
	return list
}

var escapes = strings.NewReplacer(`\n`, "\n", `\t`, " ", `\r`, "\n")

func appendTexts(list []string, v any) []string {
	switch v := v.(type) {
	case string:
		return append(list, v)
	case []any:
		for _, part := range v {
			list = appendTexts(list, part)
		}
	case map[string]any:
		for _, part := range v {
			list = appendTexts(list, part)
		}
	}
	return list
}

// validCode tells whether a text holds an activation code that still opens something.
func validCode(tx *bolt.Tx, text string) bool {
	return slices.ContainsFunc(aktivasi.FindKode(text), func(kode string) bool {
		return schema.Aktivasis.In(tx).Get(schema.Key(aktivasi.HashKode(kode))) != nil
	})
}

// Resend puts what could not be sent back into the outbox and forgets the dead letters; the tickets are for the sender. A
// letter of something that came in stays.
//
// The right is judged anew: what the person may no longer have is forgotten with its letter.
func (s *Store) Resend(nomor []uint64, at time.Time) (tickets []post.Ticket, err error) {
	return s.enter(&Batch{write: func(w *Writer) error {
		w.in = post.Incoming{Event: dialog.Event{At: at}}
		for _, n := range nomor {
			if err := resend(w, n); err != nil {
				return err
			}
		}
		return nil
	}})
}

func resend(w *Writer, nomor uint64) error {
	d, found := reader.LookUp(w.Reader, schema.Letters, schema.Key(nomor))
	if !found || d.Letter == nil {
		return nil
	}
	o, worthwhile := d.Letter.Again()
	if worthwhile && !outdated(w, d.Outbox, o) && permitted(w.Reader, o) {
		if err := w.send(o); err != nil {
			return err
		}
	}
	return schema.Letters.Delete(w.Tx, schema.Key(nomor))
}

// outdated tells whether a later screen stands where this one was to go.
func outdated(w *Writer, id uint64, o post.Outgoing) bool {
	if o.Slot() == "" {
		return false
	}
	held, _ := reader.LookUp(w.Reader, schema.Slots, schema.SlotKeyOf(o.To, o.Slot()))
	return held.Last > id
}
