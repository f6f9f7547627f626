package table

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// Check reads every record, and compares the indexes with what they would be if they were made now. It lists in Indonesian
// what is wrong.
func (t Of[T]) Check(tx *bolt.Tx) []string {
	want := make([]map[string][]byte, len(t.Indexes))
	for i := range want {
		want[i] = map[string][]byte{}
	}
	err := t.Each(tx, func(v T) error {
		for i, ix := range t.Indexes {
			for _, p := range ix.Entries(v) {
				want[i][string(p.Key)] = p.Value
			}
		}
		return nil
	})
	if err != nil {
		return []string{"catatan rusak: " + err.Error()}
	}
	var problems []string
	for i, ix := range t.Indexes {
		problems = append(problems, ix.compare(tx, want[i])...)
	}
	return problems
}

func (ix Index[T]) compare(tx *bolt.Tx, want map[string][]byte) []string {
	var problems []string
	ix.Scan(tx, nil, func(k, v []byte) bool {
		value, expected := want[string(k)]
		if !expected || !bytes.Equal(value, v) {
			problems = append(problems, fmt.Sprintf("indeks %s: isi %x tidak sesuai", ix.Name, k))
		}
		delete(want, string(k))
		return true
	})
	for _, k := range slices.Sorted(maps.Keys(want)) {
		problems = append(problems, fmt.Sprintf("indeks %s: isi %x hilang", ix.Name, k))
	}
	return problems
}
