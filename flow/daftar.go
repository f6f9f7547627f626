package flow

import "time"

// RingkasOPD says how an OPD stands in a periode.
type RingkasOPD struct {
	OPD       OPD
	Pegawai   int
	Terhubung int       // bound to a Telegram account
	Mengusul  int       // have proposed
	Menunggu  int       // usulan that wait with the Admin OPD
	Sejak     time.Time // since when the oldest of those waits
	Admin     bool      // an Admin OPD can act (HasAdmin)
}

// JudulManual is a title typed by hand, however it was spelt.
type JudulManual struct {
	Kunci  string // its JudulKey
	Teks   string // one spelling
	Jumlah int    // usulan with it
}

// Waiting is one usulan of a queue, as much of it as the order of the queue needs.
type Waiting struct {
	Usulan  UsulanID
	Pegawai PegawaiID
	OPD     OPDID
	Sejak   time.Time
}

// Filter says which usulan a list shows. The zero value shows all.
type Filter struct {
	OPD         OPDID   `json:"opd,omitempty"`
	Status      Status  `json:"status,omitempty"`
	Periode     Periode `json:"periode,omitempty"`
	Rekomendasi string  `json:"rekomendasi,omitempty"`
	Teks        string  `json:"teks,omitempty"`    // words of nama, NIP or diklat
	Terlama     bool    `json:"terlama,omitempty"` // oldest first
}

// Page is a part of a list. It is found by its first row, not by a number, so it stays what it is while decisions
// land.
type Page struct {
	Rows  []Usulan
	Mulai int      // the place of the first row in the whole list, from 1 on
	Total int      // rows in the whole list
	Prev  UsulanID // first row of the page before; 0: there is none
	Next  UsulanID // first row of the page behind; 0: there is none
}

// Daftaran is the head of a list that is exported or printed: what its rows were chosen by, and when.
type Daftaran struct {
	Instansi string
	Saringan []string // the filters in words, "Status: DITERUSKAN"; empty: everything
	Dibuat   time.Time
}
