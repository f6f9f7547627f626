package core

import (
	"bytes"
	"errors"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/jejak"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// How much is moved in one transaction: a few milliseconds of work, because every step of everybody waits behind it.
const (
	movePart  = 2000 // entries of the layer
	trailPart = 500  // entries that are added to the trail
)

// MoveDown completes an import that is shown, in many short transactions: first the entries of usulan, then the records, then the
// rest of the trail, and last the layer is dropped. Each part takes out of the layer what it writes, so a process that is killed
// goes on where it was.
func MoveDown(s *Store) error {
	err := inParts(s, func(w *Writer) (more bool, err error) {
		if table.Journal(w.Tx) == nil {
			return false, nil
		}
		return w.Publish(schema.JournalUsulan, trailPart)
	})
	if err != nil {
		return err
	}
	err = inParts(s, func(w *Writer) (more bool, err error) { return table.MoveDown(w.Tx, movePart) })
	if err != nil {
		return err
	}
	return inParts(s, func(w *Writer) (more bool, err error) {
		if more, err = w.Publish(schema.JournalRest, trailPart); more || err != nil {
			return more, err
		}
		if _, err := w.Publish(schema.JournalEnd, -1); err != nil {
			return false, err
		}
		return false, table.DropLayer(w.Tx)
	})
}

// inParts does a part in each transaction until there are no more.
func inParts(s *Store, part func(*Writer) (more bool, err error)) error {
	for more := true; more; {
		err := s.Update(func(tx *bolt.Tx) (err error) {
			w := &Writer{Reader: s.ReaderOf(tx), Options: s.Options, Staged: true}
			more, err = part(w)
			return errors.Join(err, w.Err)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// DropEntries takes the entries with this beginning of their keys out of the journal.
func DropEntries(journal *bolt.Bucket, prefix []byte) error {
	var keys [][]byte
	c := journal.Cursor()
	for k, _ := c.Seek(prefix); k != nil && len(k) > len(prefix) && string(k[:len(prefix)]) == string(prefix); k, _ = c.Next() {
		keys = append(keys, append([]byte(nil), k...))
	}
	for _, k := range keys {
		if err := journal.Delete(k); err != nil {
			return err
		}
	}
	return nil
}

// Publish adds up to n entries of a kind to the trail, or all for -1, and tells whether there may be more.
func (w *Writer) Publish(kind uint8, n int) (more bool, err error) {
	return w.publish(table.Journal(w.Tx), []byte{kind}, n)
}

func (w *Writer) publish(journal *bolt.Bucket, prefix []byte, n int) (more bool, err error) {
	var keys [][]byte
	var entries []jejak.Entry
	err = schema.JournalOf(journal, prefix, func(k []byte, e jejak.Entry) bool {
		keys, entries = append(keys, bytes.Clone(k)), append(entries, e)
		return len(keys) != n
	})
	for i, e := range entries {
		if err != nil {
			return false, err
		}
		if err = w.appendEntry(e); err == nil {
			err = journal.Delete(keys[i])
		}
	}
	return len(keys) == n, err
}

// publishBefore keeps the trail of an usulan in order while a shown import still has entries in its journal: those of the same
// pegawai's usulan go into the trail before e does.
func (w *Writer) publishBefore(e jejak.Entry) error {
	journal := table.ShownJournal(w.Tx)
	if journal == nil {
		return nil
	}
	owner := e.Pegawai
	if u, found := w.Usulan(e.Usulan); found {
		owner = u.Pegawai
	}
	_, err := w.publish(journal, schema.Key(schema.JournalUsulan, uint64(owner)), -1)
	return err
}
