package hitung

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
)

// statusMost is above every number that a status may have; a status more needs no change here.
const statusMost = 16

// Counts counts living usulan, over all and by status.
type Counts struct {
	All    int
	Status [statusMost]int // by flow.Status
}

func (h *Counts) add(s flow.Status) {
	h.All++
	h.Status[s]++
}

// Peminat are the usulan that are not refused.
func (h Counts) Peminat() int { return h.All - h.Status[flow.Ditolak] }

// Baris is one diklat, OPD, jenjang or jenis kompetensi with its counts.
type Baris struct {
	Nama string
	Counts
	Participation // of an OPD or a jenjang; OPD and Jenjang are not set

	Key        string          // of a diklat: KeyOf of each of its rows
	Kompetensi flow.Kompetensi // of a diklat
	Manual     bool            // of a diklat: its title was typed by hand
	OPDCount   int             // of a diklat: how many OPD want it
	Before     int             // peminat in the periode before

	DaysOPD, DaysSIIP Median // working days that the steps took
	Longest           int    // of an OPD: working days that its oldest USULAN MASUK waits
}

// Source says where the title of a diklat comes from.
func (b Baris) Source() string {
	if b.Manual {
		return "Manual"
	}
	return "Panduan"
}

// TanpaKompetensi is the key under which titles typed by hand are counted by jenis kompetensi.
const TanpaKompetensi flow.Kompetensi = "Belum ditentukan (isi manual)"

// Rekap is what is known of a periode.
type Rekap struct {
	Aturan  flow.Aturan // whose paper it is, and who signs
	Periode kalender.Periode
	Scope   []string
	Dibuat  time.Time    // in the zone of the office
	Anchor  jejak.Anchor // the end of the trail when it was counted; zero where nobody has asked

	Total   Counts
	WeekAgo Counts // a week ago
	Before  *Counts
	Pegawai Participation

	Diklat     []Baris // most wanted first; those that were only refused last
	OPD        []Baris // most wanted first; every OPD with pegawai is there
	Jenjang    []Baris // in the order of flow.Jenjangs
	Kompetensi []Baris // in the order of flow.Kompetensis, TanpaKompetensi last
	Trend      Trend
	Waiting    []Waiting
	Data       []daftar.Baris
}

// New counts. Titles typed by hand that differ only in case, spaces or punctuation are one diklat, under the spelling
// used most; those that an admin has merged count as the entry of the panduan.
func New(a flow.Aturan, b Input) Rekap {
	r := Rekap{Aturan: a, Periode: b.Periode, Scope: b.Scope, Dibuat: b.Dibuat, Data: b.Baris}
	for _, row := range b.Baris {
		r.Total.add(row.Status)
		if row.Lalu != flow.Belum && row.Lalu != flow.Dihapus {
			r.WeekAgo.add(row.Lalu)
		}
	}
	for _, s := range b.Pegawai {
		r.Pegawai.add(s)
	}
	r.Diklat = countDiklat(b.Baris)
	r.countKeys(b)
	if b.Before != nil {
		r.compare(b.Before)
	}
	r.Trend = newTren(b)
	r.Waiting = waiting(newKerja(a.Kabar), b)
	return r
}

// Top is the n most wanted diklat; those that nobody wants any more are none of them.
func (r Rekap) Top(n int) []Baris {
	list := r.Diklat[:min(n, len(r.Diklat))]
	for len(list) > 0 && list[len(list)-1].Peminat() == 0 {
		list = list[:len(list)-1]
	}
	return list
}

func (r *Rekap) compare(before []daftar.Baris) {
	r.Before = &Counts{}
	wanted := map[string]int{}
	for _, row := range before {
		r.Before.add(row.Status)
		if row.Status != flow.Ditolak {
			wanted[KeyOf(row)]++
		}
	}
	for i, b := range r.Diklat {
		r.Diklat[i].Before = wanted[b.Key]
	}
}
