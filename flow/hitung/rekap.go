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

// Hitungan counts living usulan, over all and by status.
type Hitungan struct {
	Jumlah int
	Status [statusMost]int // by flow.Status
}

func (h *Hitungan) add(s flow.Status) {
	h.Jumlah++
	h.Status[s]++
}

// Peminat are the usulan that are not refused.
func (h Hitungan) Peminat() int { return h.Jumlah - h.Status[flow.Ditolak] }

// Baris is one diklat, OPD, jenjang or jenis kompetensi with its counts.
type Baris struct {
	Nama string
	Hitungan
	Sebaran // of an OPD or a jenjang; OPD and Jenjang are not set

	Kunci      string          // of a diklat: KunciOf of each of its rows
	Kompetensi flow.Kompetensi // of a diklat
	Manual     bool            // of a diklat: its title was typed by hand
	BanyakOPD  int             // of a diklat: how many OPD want it
	Sebelum    int             // peminat in the periode before

	LamaOPD, LamaSIIP Median // working days that the steps took
	Terlama           int    // of an OPD: working days that its oldest USULAN MASUK waits
}

// Sumber says where the title of a diklat comes from.
func (b Baris) Sumber() string {
	if b.Manual {
		return "Manual"
	}
	return "Panduan"
}

// TanpaKompetensi is the key under which titles typed by hand are counted by jenis kompetensi.
const TanpaKompetensi flow.Kompetensi = "Belum ditentukan (isi manual)"

// Rekap is what is known of a periode.
type Rekap struct {
	Aturan   flow.Aturan // whose paper it is, and who signs
	Periode  kalender.Periode
	Potongan []string
	Dibuat   time.Time    // in the zone of the office
	Jangkar  jejak.Anchor // the end of the trail when it was counted; zero where nobody has asked

	Total   Hitungan
	Lalu    Hitungan // a week ago
	Sebelum *Hitungan
	Pegawai Sebaran

	Diklat     []Baris // most wanted first; those that were only refused last
	OPD        []Baris // most wanted first; every OPD with pegawai is there
	Jenjang    []Baris // in the order of flow.Jenjangs
	Kompetensi []Baris // in the order of flow.Kompetensis, TanpaKompetensi last
	Tren       Tren
	Tunggu     []Tunggu
	Data       []daftar.Baris
}

// New counts. Titles typed by hand that differ only in case, spaces or punctuation are one diklat, under the spelling
// used most; those that an admin has merged count as the entry of the panduan.
func New(a flow.Aturan, b Bahan) Rekap {
	r := Rekap{Aturan: a, Periode: b.Periode, Potongan: b.Potongan, Dibuat: b.Dibuat, Data: b.Baris}
	for _, row := range b.Baris {
		r.Total.add(row.Status)
		if row.Lalu != flow.Belum && row.Lalu != flow.Dihapus {
			r.Lalu.add(row.Lalu)
		}
	}
	for _, s := range b.Pegawai {
		r.Pegawai.add(s)
	}
	r.Diklat = countDiklat(b.Baris)
	r.countKeys(b)
	if b.Sebelum != nil {
		r.compare(b.Sebelum)
	}
	r.Tren = newTren(b)
	r.Tunggu = waiting(newKerja(a.Kabar), b)
	return r
}

// Teratas is the n most wanted diklat; those that nobody wants any more are none of them.
func (r Rekap) Teratas(n int) []Baris {
	list := r.Diklat[:min(n, len(r.Diklat))]
	for len(list) > 0 && list[len(list)-1].Peminat() == 0 {
		list = list[:len(list)-1]
	}
	return list
}

func (r *Rekap) compare(before []daftar.Baris) {
	r.Sebelum = &Hitungan{}
	wanted := map[string]int{}
	for _, row := range before {
		r.Sebelum.add(row.Status)
		if row.Status != flow.Ditolak {
			wanted[KunciOf(row)]++
		}
	}
	for i, b := range r.Diklat {
		r.Diklat[i].Sebelum = wanted[b.Kunci]
	}
}
