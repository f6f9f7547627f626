package flow

import (
	"time"

	"siip-asn/flow/kalender"
)

// UsulanID identifies an usulan.
type UsulanID uint64

// Usulan is the proposal of one diklat for one pegawai.
type Usulan struct {
	ID    UsulanID `json:"id"`
	Versi uint64   `json:"versi"` // 1 when new, one more with every change; every button that acts on it carries it

	Pegawai PegawaiID `json:"pegawai"`
	Pembuat PegawaiID `json:"pembuat"` // who made it: the pegawai himself, or an Admin SIIP-ASN for him
	OPD     OPDID     `json:"opd"`     // follows the pegawai until the usulan is DISETUJUI
	Jenjang Jenjang   `json:"jenjang"` // likewise

	Panduan     PanduanID        `json:"panduan,omitempty"` // 0: the title was typed by hand
	Judul       string           `json:"judul,omitempty"`   // what was typed by hand, 5 to 150 characters
	Rekomendasi string           `json:"rekomendasi,omitempty"`
	TanggalUsul kalender.Tanggal `json:"tanggalUsul"` // never changed by an edit

	Status     Status    `json:"status"`
	Sejak      time.Time `json:"sejak"` // since when it has this status: the order of the queue
	Oleh       PegawaiID `json:"oleh"`  // who brought it there
	OlehPeran  Peran     `json:"olehPeran"`
	Keterangan string    `json:"keterangan,omitempty"` // of the last Revisi or Tolak
	Impor      bool      `json:"impor,omitempty"`      // it was made in the web application; until something is done here, Oleh is nobody
}

// Manual tells whether the title was typed by hand.
func (u Usulan) Manual() bool { return u.Panduan == 0 }

// Periode is the year that the usulan counts for.
func (u Usulan) Periode() kalender.Periode { return u.TanggalUsul.Periode() }

// Limits of what is typed, in characters.
const (
	JudulMin, JudulMax             = 5, 150
	KeteranganMin, KeteranganMax   = 5, 1000
	RekomendasiMin, RekomendasiMax = 3, 150
)
