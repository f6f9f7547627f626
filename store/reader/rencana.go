package reader

import (
	"siip-asn/flow/kalender"
	"siip-asn/flow/rencana"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// Rencana lists what is kept of the plan of a periode, by the key of the diklat.
func (r *Reader) Rencana(p kalender.Periode) []rencana.Baris { return ofPeriode(r, schema.Rencanas, p) }

// Skenarios lists the named questions to the budget of a periode, by name.
func (r *Reader) Skenarios(p kalender.Periode) []rencana.Skenario {
	return ofPeriode(r, schema.Skenarios, p)
}

// ofPeriode lists the records whose keys begin with a periode.
func ofPeriode[T any](h holder, t table.Of[T], p kalender.Periode) []T {
	r := h.records()
	var keys [][]byte
	t.Scan(r.Tx, schema.Key(uint64(p)), func(k, _ []byte) bool {
		keys = append(keys, append([]byte(nil), k...))
		return true
	})
	var list []T
	for _, k := range keys {
		if v, found := LookUp(r, t, k); found {
			list = append(list, v)
		}
	}
	return list
}
