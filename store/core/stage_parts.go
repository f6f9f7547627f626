package core

import (
	"encoding/json"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/jejak"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// How much is moved in one transaction.
const (
	movePart  = 2000 // entries of the layer
	trailPart = 500  // entries that are added to the trail
)

// MoveDown completes what is shown.
func MoveDown(s *Store) error {
	for more := true; more; {
		err := s.Update(func(tx *bolt.Tx) (err error) {
			more, err = table.MoveDown(tx, movePart)
			return err
		})
		if err != nil {
			return err
		}
	}
	for more := true; more; {
		err := s.Update(func(tx *bolt.Tx) (err error) {
			w := &Writer{Reader: s.ReaderOf(tx), Options: s.Options, Staged: true}
			if more, err = w.Publish(JournalRest, trailPart); more || err != nil {
				return err
			}
			if _, err := w.Publish(JournalEnd, -1); err != nil {
				return err
			}
			return table.DropLayer(tx)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// The journal of the layer holds what an import adds to the trail: kind, pegawai, a number → Entry. The entries get their
// numbers and hashes when they come into the trail.
const (
	JournalUsulan uint8 = 1 + iota // of usulan: with the import
	JournalRest                    // soon after it
	JournalEnd                     // of the import as a whole: last
)

func kindOf(e jejak.Entry) uint8 {
	if e.Usulan != 0 {
		return JournalUsulan
	}
	return JournalRest
}

// KeepEntry puts an entry into the journal of an import that is prepared.
func KeepEntry(journal *bolt.Bucket, kind uint8, e jejak.Entry) error {
	n, err := journal.NextSequence()
	if err != nil {
		return err
	}
	text, err := json.Marshal(e)
	if err != nil {
		return err
	}
	return journal.Put(schema.Key(kind, uint64(e.Pegawai), n), text)
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
	journal := table.Journal(w.Tx)
	var keys [][]byte
	var entries []jejak.Entry
	c := journal.Cursor()
	for k, v := c.Seek([]byte{kind}); k != nil && k[0] == kind && len(keys) != n; k, v = c.Next() {
		var e jejak.Entry
		if err := json.Unmarshal(v, &e); err != nil {
			return false, fmt.Errorf("journal %x: %w", k, err)
		}
		keys, entries = append(keys, append([]byte(nil), k...)), append(entries, e)
	}
	for i, e := range entries {
		if err := w.AppendHistory(e); err != nil {
			return false, err
		}
		if err := journal.Delete(keys[i]); err != nil {
			return false, err
		}
	}
	return len(keys) == n, nil
}
