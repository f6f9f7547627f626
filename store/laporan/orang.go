package laporan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
)

// orang is what a report says of a pegawai. A rekap has all of them in memory at once.
type orang struct {
	ID      flow.PegawaiID
	NIP     identitas.NIP
	Nama    string
	Jabatan string
	Jenjang flow.Jenjang

	aktif, talentpool, mengusul bool
}

func orangOf(p flow.Pegawai, k kamus) orang {
	return orang{
		ID: p.ID, NIP: p.NIP, Nama: p.Nama, Jabatan: k.kata(p.Jabatan), Jenjang: flow.Jenjang(k.kata(string(p.Jenjang))),
		aktif: p.Aktif(), talentpool: p.UjiKompetensi(),
	}
}

// orangs are those of a database, in the order of their ids.
type orangs []orang

// of is the one with an id; nil where there is none.
func (list orangs) of(id flow.PegawaiID) *orang {
	i, found := slices.BinarySearchFunc(list, id, func(o orang, id flow.PegawaiID) int {
		return int(int64(o.ID) - int64(id))
	})
	if !found {
		return nil
	}
	return &list[i]
}

// kamus interns strings: equal words of many records share their bytes. A rekap of 100,000 usulan has a few hundred different
// jabatan, days and reasons, and would else hold each of them once a row.
type kamus map[string]string

func (k kamus) kata(s string) string {
	if known, has := k[s]; has || s == "" {
		return known
	}
	k[s] = s
	return s
}
