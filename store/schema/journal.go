package schema

import (
	"bytes"
	"encoding/json"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/jejak"
	"siip-asn/store/table"
)

// The journal of the layer holds what an import adds to the trail: kind, pegawai, a number → Entry. The entries get their numbers
// and hashes only when they are moved into the trail, part by part after the import was shown: until then others add to the
// trail too, and each hash covers the entry before.
const (
	JournalUsulan uint8 = 1 + iota // of usulan: before anything else that is written of the usulan of this pegawai
	JournalRest                    // after them
	JournalEnd                     // of the import as a whole: last
)

// JournalKind is the kind of an entry of a pegawai or of an usulan.
func JournalKind(e jejak.Entry) uint8 {
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
	return journal.Put(Key(kind, uint64(e.Pegawai), n), text)
}

// JournalOf visits the entries whose keys begin with prefix, in order, until visit says false. The key is good only inside
// visit.
func JournalOf(journal *bolt.Bucket, prefix []byte, visit func(k []byte, e jejak.Entry) bool) error {
	c := journal.Cursor()
	for k, v := c.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
		var e jejak.Entry
		if err := json.Unmarshal(v, &e); err != nil {
			return fmt.Errorf("journal %x: %w", k, err)
		}
		if !visit(k, e) {
			return nil
		}
	}
	return nil
}

// ToCome visits what a shown import has yet to add to the trails of usulan: of one pegawai, or of all for 0.
func ToCome(tx *bolt.Tx, p flow.PegawaiID, visit func(jejak.Entry)) error {
	journal := table.ShownJournal(tx)
	if journal == nil {
		return nil
	}
	prefix := Key(JournalUsulan)
	if p != 0 {
		prefix = Key(JournalUsulan, uint64(p))
	}
	return JournalOf(journal, prefix, func(_ []byte, e jejak.Entry) bool {
		visit(e)
		return true
	})
}
