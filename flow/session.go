package flow

import "time"

// Session is where one person is in the conversation. It is saved after every step, so a restart, a new phone or three
// days change nothing. The zero value is the menu.
type Session struct {
	Place Place     `json:"place,omitempty"`
	Slot  Slot      `json:"slot,omitempty"`  // where the screen of the place stands; empty: the dialog
	Versi uint64    `json:"versi,omitempty"` // one more with every screen of a place; its buttons carry it
	Since time.Time `json:"since,omitzero"`  // when the place asked: what is typed a day later is no answer

	Login  Login  `json:"login,omitzero"`
	Form   Form   `json:"form,omitzero"`
	Alasan Alasan `json:"alasan,omitzero"`
	Daftar Daftar `json:"daftar,omitzero"`
}

// Place names a step of a conversation, "form/manual".
type Place string

// AnswerTime is how long a question waits for what is typed.
const AnswerTime = 24 * time.Hour

// Expired tells whether the question of the place is too old to take a typed text as its answer.
func (s Session) Expired(now time.Time) bool {
	return !s.Since.IsZero() && now.Sub(s.Since) > AnswerTime
}

// Login is what is known before the account is bound: whom a code or a number has found.
type Login struct {
	Pegawai PegawaiID `json:"pegawai,omitempty"`
	Hash    string    `json:"hash,omitempty"` // of the code that found him; empty when it was the number
}

// Form is the draft of Form SIIP ASN.
type Form struct {
	Pegawai     PegawaiID `json:"pegawai,omitempty"` // for whom
	Usulan      UsulanID  `json:"usulan,omitempty"`  // what is edited; 0 for a new one
	Versi       uint64    `json:"versi,omitempty"`   // of that usulan when the edit began
	Manual      bool      `json:"manual,omitempty"`
	Panduan     PanduanID `json:"panduan,omitempty"`
	Judul       string    `json:"judul,omitempty"`
	Rekomendasi string    `json:"rekomendasi,omitempty"`

	// How the list of the panduan is looked at.
	Kompetensi Kompetensi `json:"kompetensi,omitempty"`
	Cari       string     `json:"cari,omitempty"`
	Halaman    int        `json:"halaman,omitempty"`
}

// Begun tells whether there is a draft at all.
func (f Form) Begun() bool { return f.Pegawai != 0 }

// Alasan is FORM KETERANGAN: the reason for a Revisi or Tolak in the making.
type Alasan struct {
	Usulan     UsulanID `json:"usulan,omitempty"`
	Versi      uint64   `json:"versi,omitempty"`
	Aksi       Aksi     `json:"aksi,omitempty"`
	Keterangan string   `json:"keterangan,omitempty"`
}

// Daftar is how the list is looked at.
type Daftar struct {
	Filter  Filter   `json:"filter,omitzero"`
	Dari    UsulanID `json:"dari,omitempty"`    // the first row of the page; 0: the first page
	Halaman int      `json:"halaman,omitempty"` // of the queue, from 0 on
}

// Chosen tells whether the draft has a diklat.
func (f Form) Chosen() bool { return f.Panduan != 0 || f.Judul != "" }
