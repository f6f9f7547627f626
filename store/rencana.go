package store

import (
	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/rencana"
	"siip-asn/store/table"
)

var (
	rencanas = table.Of[rencana.Baris]{
		Bucket: table.Named("rencana", "periode, key of the diklat → Baris of the plan"),
		Key:    func(b rencana.Baris) []byte { return key(uint64(b.Periode), b.Kunci) },
	}
	skenarios = table.Of[rencana.Skenario]{
		Bucket: table.Named("skenario", "periode, nama without case, spaces and punctuation → Skenario"),
		Key:    func(s rencana.Skenario) []byte { return key(uint64(s.Periode), flow.JudulKey(s.Nama)) },
	}
)

// SaveRencana keeps rows of the plan, all or none; each takes the place of the one of its diklat.
func (s *Store) SaveRencana(list []rencana.Baris) error {
	return s.update(func(tx *bolt.Tx) error {
		for _, b := range list {
			if err := rencanas.Put(tx, b); err != nil {
				return err
			}
		}
		return nil
	})
}

// Rencana lists what is kept of the plan of a periode, by the key of the diklat.
func (r *Reader) Rencana(p flow.Periode) []rencana.Baris { return ofPeriode(r, rencanas, p) }

// Skenarios lists the named questions to the budget of a periode, by name.
func (r *Reader) Skenarios(p flow.Periode) []rencana.Skenario { return ofPeriode(r, skenarios, p) }

// ofPeriode lists the records whose keys begin with a periode.
func ofPeriode[T any](r *Reader, t table.Of[T], p flow.Periode) []T {
	var keys [][]byte
	t.Scan(r.tx, key(uint64(p)), func(k, _ []byte) bool {
		keys = append(keys, append([]byte(nil), k...))
		return true
	})
	var list []T
	for _, k := range keys {
		if v, found := lookUp(r, t, k); found {
			list = append(list, v)
		}
	}
	return list
}
