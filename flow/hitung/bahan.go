package hitung

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/kalender"
)

// Bahan is what a rekap is counted from.
type Bahan struct {
	Periode  kalender.Periode
	Potongan []string       // what the rekap is limited to, in words: "OPD: Dinas Kesehatan"; empty: everything
	Dibuat   time.Time      // in the zone of the office
	Baris    []daftar.Baris // every living usulan of the periode, in the order in which they were made
	Pegawai  []Sebaran
	Sebelum  []daftar.Baris // of the periode before; nil where there is none
}

// Sebaran is how many pegawai of an OPD and a jenjang there are, and how many of them are bound and have proposed.
type Sebaran struct {
	OPD                          string
	Jenjang                      flow.Jenjang
	Pegawai, Terhubung, Mengusul int
}

func (s *Sebaran) add(t Sebaran) {
	s.Pegawai += t.Pegawai
	s.Terhubung += t.Terhubung
	s.Mengusul += t.Mengusul
}

// Partisipasi is the share of the pegawai who have proposed, in words.
func (s Sebaran) Partisipasi() string { return Persen(s.Mengusul, s.Pegawai) }
