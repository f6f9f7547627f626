package schema

import (
	"encoding/binary"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/store/table"
)

// The list is found by a scan of one small bucket, usulan.cari, which holds as much of each usulan as filters ask for
// (daftar.Ciri): a hundred thousand of them are looked through in the time of a blink, and nothing is kept in memory meanwhile.
// What a search must match of nama, NIP and panduan is looked up once a word, before the scan.

// encodeCiri writes the value of usulan.cari: status 1 byte, opd 8, periode 2, pegawai 8, panduan 8, rekomendasi, 0, judul.
func encodeCiri(c daftar.Ciri) []byte {
	v := Key(c.Status, uint64(c.OPD))
	v = binary.BigEndian.AppendUint16(v, uint16(c.Periode))
	v = append(v, Key(uint64(c.Pegawai), uint64(c.Panduan), string(c.Rekomendasi))...)
	return append(v, c.Judul...)
}

func usulanSearchEntries(u flow.Usulan) []table.Pair {
	return living(u, entry(Key(uint64(u.ID)), encodeCiri(daftar.CiriOf(u))))
}

func pegawaiSearchEntries(p flow.Pegawai) []table.Pair {
	return entry(Key(uint64(p.ID)), []byte(p.SearchText()))
}
