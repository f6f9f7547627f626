package reader

import (
	"siip-asn/flow"
	"slices"

	"siip-asn/store/schema"
)

// Riwayat lists the diklat that a pegawai has taken, newest first.
func (r *Reader) Riwayat(p flow.PegawaiID) []flow.Riwayat {
	var list []flow.Riwayat
	schema.Riwayats.Bucket.Scan(r.Tx, schema.Key(uint64(p)), func(k, _ []byte) bool {
		v, _ := LookUp(r, schema.Riwayats, k)
		list = append(list, v)
		return true
	})
	slices.SortStableFunc(list, func(a, b flow.Riwayat) int { return b.Tahun - a.Tahun })
	return list
}
