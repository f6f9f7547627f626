package hitung

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/kalender"
)

// Input is what a rekap is counted from.
type Input struct {
	Periode kalender.Periode
	Scope   []string       // what the rekap is limited to, in words: "OPD: Dinas Kesehatan"; empty: everything
	Dibuat  time.Time      // in the zone of the office
	Baris   []daftar.Baris // every living usulan of the periode, in the order in which they were made
	Pegawai []Participation
	Before  []daftar.Baris // of the periode before; nil where there is none
}

// Participation is how many pegawai of an OPD and a jenjang there are, and how many of them are bound and have proposed.
type Participation struct {
	OPD                          string
	Jenjang                      flow.Jenjang
	Pegawai, Terhubung, Mengusul int
}

func (s *Participation) add(t Participation) {
	s.Pegawai += t.Pegawai
	s.Terhubung += t.Terhubung
	s.Mengusul += t.Mengusul
}

// Participated is the share of the pegawai who have proposed, in words.
func (s Participation) Participated() string { return Percent(s.Mengusul, s.Pegawai) }
