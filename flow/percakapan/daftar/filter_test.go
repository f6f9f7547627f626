package daftar

import (
	"testing"

	"siip-asn/flow/daftar"
)

// TestEveryFilterIsOffered: each filter of the list has its words here, in the same order; one that had not would narrow a
// printed list without being named on it.
func TestEveryFilterIsOffered(t *testing.T) {
	if len(filters) != len(daftar.Filters) {
		t.Fatalf("%d filters, of which %d have words", len(daftar.Filters), len(filters))
	}
	for i, field := range daftar.Filters {
		if f := filters[i]; f.Nama != field.Nama || f.word == "" || f.only == nil || f.value == nil {
			t.Errorf("%d: %s stands for %s", i, f.Nama, field.Nama)
		}
	}
}
