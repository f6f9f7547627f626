// Package rencana is the yearly plan of competence development (PP 11/2017 Pasal 207) and what a budget pays of it. The
// plan has one row a jenis diklat; what the usulan tell is counted by flow/hitung, the rest is typed by BKPSDM into a
// workbook and kept here. Money is whole rupiah.
//
// It imports flow and flow/hitung. A newcomer reads Baris, then Compose, then Simulate.
package rencana

import (
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
)

// Baris is what is kept of one row of the plan. The zero value of a field means that nobody has said it yet.
type Baris struct {
	Periode       kalender.Periode `json:"periode"`
	Kunci         string           `json:"kunci"` // of the diklat, hitung.Baris.Kunci
	Jalur         string           `json:"jalur,omitempty"`
	Bentuk        string           `json:"bentuk,omitempty"`
	Penyelenggara string           `json:"penyelenggara,omitempty"`
	Mulai         kalender.Tanggal `json:"mulai,omitempty"`
	Selesai       kalender.Tanggal `json:"selesai,omitempty"`
	Kurikulum     string           `json:"kurikulum,omitempty"`
	JP            int              `json:"jp,omitempty"`    // jam pelajaran
	Kuota         int              `json:"kuota,omitempty"` // pegawai an angkatan
	Biaya         int64            `json:"biaya,omitempty"` // rupiah a pegawai
}

// Filled is a row of the workbook of the plan as it was filled in.
type Filled struct {
	Cell   string // where it stands
	Diklat string
	Kode   string // its Kunci, when nobody has taken it away
	Baris
}

// BiayaMost and JPMost are the most that a row may say.
const (
	BiayaMost = 1_000_000_000 // rupiah a pegawai
	JPMost    = 2000
	KuotaMost = 10_000
)

// Skenario is a named question to the budget, for the whole office or a part of it.
type Skenario struct {
	hitung.Scope
	Periode kalender.Periode `json:"periode"`
	Nama    string           `json:"nama"`
	Pagu    int64            `json:"pagu"` // rupiah
	Order   Order            `json:"urutan"`
	Oleh    string           `json:"oleh"`
	Pada    time.Time        `json:"pada"`
}

// The two jalur, and what is known of the curriculum.
const (
	Klasikal    = "Klasikal"
	Nonklasikal = "Nonklasikal"
)

// Jalurs lists the jalur.
var Jalurs = []string{Klasikal, Nonklasikal}

// Kurikulums lists what can be said of item f, whether the diklat follows the standard of the instansi pembina.
var Kurikulums = []string{"Sesuai", "Belum sesuai", "Belum ada standar"}

// Bentuks are the forms of each jalur, in the order of Peraturan LAN 10/2018.
var Bentuks = map[string][]string{
	Klasikal: {
		"Pelatihan Struktural Kepemimpinan", "Pelatihan Manajerial", "Pelatihan Teknis", "Pelatihan Fungsional", "Pelatihan Sosial Kultural",
		"Seminar/Konferensi/Sarasehan", "Workshop/Lokakarya", "Kursus", "Penataran", "Bimbingan Teknis", "Sosialisasi", "Jalur Klasikal Lain",
	},
	Nonklasikal: {
		"Coaching", "Mentoring", "E-learning", "Pelatihan Jarak Jauh", "Detasering (Secondment)", "Pembelajaran Alam Terbuka (Outbond)",
		"Patok Banding (Benchmarking)", "Pertukaran dengan Pegawai Swasta/BUMN/BUMD", "Belajar Mandiri (Self Development)",
		"Komunitas Belajar (Community of Practices)", "Bimbingan di Tempat Kerja", "Magang/Praktik Kerja", "Jalur Nonklasikal Lain",
	},
}

// JalurOf is the jalur of a bentuk; empty for one that is not in the list.
func JalurOf(bentuk string) string {
	for _, jalur := range Jalurs {
		for _, b := range Bentuks[jalur] {
			if spelling.Key(b) == spelling.Key(bentuk) {
				return jalur
			}
		}
	}
	return ""
}

// Planned is a row of the plan with what the usulan tell of it.
type Planned struct {
	Baris
	Diklat     string
	Kompetensi flow.Kompetensi
	Target     []*daftar.Baris // who wants it, the refused left away, in the order in which they proposed
}

// Angkatan is how many groups the target fills; 0 where the kuota is not known.
func (l Planned) Angkatan() int {
	if l.Kuota <= 0 {
		return 0
	}
	return (len(l.Target) + l.Kuota - 1) / l.Kuota
}

// Anggaran is what the whole target costs, in rupiah; 0 where the biaya is not known.
func (l Planned) Anggaran() int64 { return l.Biaya * int64(len(l.Target)) }

// Part is the plan for a part of the office: who is meant of an OPD, by its name, and of a jenjang; empty: of all. Diklat
// that nobody of it wants are left away; the most wanted come first.
func Part(plan []Planned, opd string, jenjang flow.Jenjang) []Planned {
	var list []Planned
	for _, l := range plan {
		l.Target = slices.DeleteFunc(slices.Clone(l.Target), func(p *daftar.Baris) bool {
			return opd != "" && p.OPD != opd || jenjang != "" && p.Jenjang != jenjang
		})
		if len(l.Target) > 0 {
			list = append(list, l)
		}
	}
	slices.SortStableFunc(list, func(a, b Planned) int { return len(b.Target) - len(a.Target) })
	return list
}

// Compose puts together the plan of a rekap, most wanted first, with what is kept of it.
func Compose(r hitung.Rekap, kept []Baris) []Planned {
	known := map[string]Baris{}
	for _, b := range kept {
		known[b.Kunci] = b
	}
	people := map[string][]*daftar.Baris{}
	for i := range r.Data {
		if row := &r.Data[i]; row.Status != flow.Ditolak {
			key := hitung.KeyOf(*row)
			people[key] = append(people[key], row)
		}
	}
	var list []Planned
	for _, d := range r.Diklat {
		target := people[d.Key]
		if len(target) == 0 {
			continue
		}
		b := known[d.Key]
		b.Periode, b.Kunci = r.Periode, d.Key
		list = append(list, Planned{Baris: b, Diklat: d.Nama, Kompetensi: d.Kompetensi, Target: target})
	}
	return list
}
