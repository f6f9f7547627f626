// Package daftar is the list of usulan: by what it is filtered (Filter), how it is turned over (Page), and what a row of it
// shows (Baris).
//
// It imports flow and what flow imports. A newcomer reads Filter, then FilterField.
package daftar

import (
	"bytes"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
)

// Filter says which usulan a list shows. The zero value shows all.
type Filter struct {
	OPD         flow.OPDID       `json:"opd,omitempty"`
	Status      flow.Status      `json:"status,omitempty"`
	Periode     kalender.Periode `json:"periode,omitempty"`
	Rekomendasi string           `json:"rekomendasi,omitempty"`
	Text        string           `json:"teks,omitempty"`    // words of nama, NIP or diklat
	Terlama     bool             `json:"terlama,omitempty"` // oldest first
}

// FilterField is one filter: what it is called, how it is taken away, and how an usulan is held against it. A new one is a
// field of Filter and a record here, and its options in the conversation of the list. One that asks for more than Ciri holds
// needs that in Ciri and CiriOf, its bytes in store/schema/daftar.go, and a migration that writes usulan.cari anew.
type FilterField struct {
	Nama  string
	IsSet func(Filter) bool
	Clear func(*Filter)
	match func(Filter, Master) func(Ciri) bool // made once for a list; called only when the filter is set
}

// The filters.
var (
	FilterOPD = FilterField{
		Nama:  "OPD",
		IsSet: func(f Filter) bool { return f.OPD != 0 },
		Clear: func(f *Filter) { f.OPD = 0 },
		match: func(f Filter, _ Master) func(Ciri) bool { return func(c Ciri) bool { return c.OPD == f.OPD } },
	}
	FilterRekomendasi = FilterField{
		Nama:  "Rekomendasi",
		IsSet: func(f Filter) bool { return f.Rekomendasi != "" },
		Clear: func(f *Filter) { f.Rekomendasi = "" },
		match: func(f Filter, _ Master) func(Ciri) bool {
			want := []byte(strings.ToLower(f.Rekomendasi))
			return func(c Ciri) bool { return bytes.Equal(c.Rekomendasi, want) }
		},
	}
	FilterStatus = FilterField{
		Nama:  "Status",
		IsSet: func(f Filter) bool { return f.Status != flow.Belum },
		Clear: func(f *Filter) { f.Status = flow.Belum },
		match: func(f Filter, _ Master) func(Ciri) bool {
			want := f.Status.Nomor()
			return func(c Ciri) bool { return c.Status == want }
		},
	}
	FilterPeriode = FilterField{
		Nama:  "Periode",
		IsSet: func(f Filter) bool { return f.Periode != kalender.Semua },
		Clear: func(f *Filter) { f.Periode = kalender.Semua },
		match: func(f Filter, _ Master) func(Ciri) bool { return func(c Ciri) bool { return c.Periode == f.Periode } },
	}
	FilterText = FilterField{
		Nama:  "Pencarian",
		IsSet: func(f Filter) bool { return f.Text != "" },
		Clear: func(f *Filter) { f.Text = "" },
		match: matchText,
	}
)

// Filters lists them in the order in which they are shown.
var Filters = []FilterField{FilterOPD, FilterRekomendasi, FilterStatus, FilterPeriode, FilterText}

// Match is the filter made ready for a list: it tells of each usulan whether it is let through.
func (f Filter) Match(m Master) func(Ciri) bool {
	var all []func(Ciri) bool
	for _, field := range Filters {
		if field.IsSet(f) {
			all = append(all, field.match(f, m))
		}
	}
	return func(c Ciri) bool {
		for _, match := range all {
			if !match(c) {
				return false
			}
		}
		return true
	}
}

// Ciri is what filters ask of an usulan. The store keeps it in a bucket of its own, to look through all of them at once;
// usulan.cari is encoded and decoded in one place.
type Ciri struct {
	Status      uint8 // its Nomor
	OPD         flow.OPDID
	Periode     kalender.Periode
	Pegawai     flow.PegawaiID
	Panduan     flow.PanduanID
	Rekomendasi []byte // in small letters
	Judul       []byte // as spelling.Fold reads it
}

// CiriOf is what filters ask of the usulan.
func CiriOf(u flow.Usulan) Ciri {
	return Ciri{
		Status: u.Status.Nomor(), OPD: u.OPD, Periode: u.Periode(), Pegawai: u.Pegawai, Panduan: u.Panduan,
		Rekomendasi: []byte(strings.ToLower(u.Rekomendasi)), Judul: []byte(spelling.Fold(u.Judul)),
	}
}

// Master looks up which records of the master data contain a word, once a list.
type Master interface {
	PegawaiWith(word string) func(flow.PegawaiID) bool
	PanduanWith(word string) func(flow.PanduanID) bool
}

// matchText: every word stands in the nama, the NIP or the diklat.
func matchText(f Filter, m Master) func(Ciri) bool {
	type word struct {
		text    []byte
		pegawai func(flow.PegawaiID) bool
		panduan func(flow.PanduanID) bool
	}
	var words []word
	for w := range strings.FieldsSeq(spelling.Fold(f.Text)) {
		words = append(words, word{[]byte(w), m.PegawaiWith(w), m.PanduanWith(w)})
	}
	return func(c Ciri) bool {
		return !slices.ContainsFunc(words, func(w word) bool {
			return !w.pegawai(c.Pegawai) && !w.panduan(c.Panduan) && !bytes.Contains(c.Judul, w.text)
		})
	}
}
