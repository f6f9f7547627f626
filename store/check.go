package store

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// Check reads the whole database and lists what is wrong with it, in Indonesian; nothing when it is sound. It looks at
// the pages of the file, rebuilds every index and compares, and walks the chain of the trail.
func (s *Store) Check() ([]string, error) {
	problems, err := s.checkPages()
	if err != nil || len(problems) > 0 {
		return problems, err // what the pages hold cannot be trusted
	}
	err = s.db.View(func(tx *bolt.Tx) error {
		for _, check := range []func(*bolt.Tx) []string{
			pegawais.check, opds.check, panduans.check, padanans.check, jendelas.check, usulans.check, histories.check, accounts.check,
			aktivasis.check, sessions.check, reasons.check, outgoings.check, slots.check, viewers.check, letters.check,
			checkChain, checkReferences,
		} {
			problems = append(problems, check(tx)...)
		}
		return nil
	})
	return problems, err
}

// checkPages looks at the pages of the file alone. bbolt compares them with the list of free pages as it is now, so nobody
// may write meanwhile: it is done in the place of a writing transaction.
func (s *Store) checkPages() (problems []string, err error) {
	tx, err := s.db.Begin(!s.db.IsReadOnly())
	if err != nil {
		return nil, err
	}
	for err := range tx.Check() {
		problems = append(problems, "berkas: "+err.Error())
	}
	return problems, tx.Rollback()
}

// check reads every record, and compares the indexes with what they would be if they were made now.
func (t table[T]) check(tx *bolt.Tx) []string {
	want := make([]map[string][]byte, len(t.indexes))
	for i := range want {
		want[i] = map[string][]byte{}
	}
	err := t.each(tx, func(v T) error {
		for i, ix := range t.indexes {
			for _, p := range ix.entries(v) {
				want[i][string(p.key)] = p.value
			}
		}
		return nil
	})
	if err != nil {
		return []string{"catatan rusak: " + err.Error()}
	}
	var problems []string
	for i, ix := range t.indexes {
		problems = append(problems, ix.compare(tx, want[i])...)
	}
	return problems
}

func (ix index[T]) compare(tx *bolt.Tx, want map[string][]byte) []string {
	var problems []string
	scan(tx, ix.name, nil, func(k, v []byte) bool {
		value, expected := want[string(k)]
		if !expected || !bytes.Equal(value, v) {
			problems = append(problems, fmt.Sprintf("indeks %s: entri %x tidak sesuai", ix.name, k))
		}
		delete(want, string(k))
		return true
	})
	for _, k := range slices.Sorted(maps.Keys(want)) {
		problems = append(problems, fmt.Sprintf("indeks %s: entri %x hilang", ix.name, k))
	}
	return problems
}
