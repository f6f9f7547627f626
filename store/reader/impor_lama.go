package reader

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/store/schema"
)

// Riwayat lists the diklat that a pegawai has taken, newest first.
func (r *Reader) Riwayat(p flow.PegawaiID) []imports.Riwayat {
	var list []imports.Riwayat
	schema.Riwayats.Bucket.Scan(r.Tx, schema.Key(uint64(p)), func(k, _ []byte) bool {
		v, _ := LookUp(r, schema.Riwayats, k)
		list = append(list, v)
		return true
	})
	slices.SortStableFunc(list, func(a, b imports.Riwayat) int { return b.Tahun - a.Tahun })
	return list
}
