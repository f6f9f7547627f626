package dialog

import (
	"cmp"
	"slices"
	"time"

	"siip-asn/flow"
)

// Session is where one person is in the conversation. It is saved after every step, so a restart, a new phone or three
// days change nothing. The zero value is the menu.
type Session struct {
	Place Place     `json:"place,omitempty"`
	Slot  Slot      `json:"slot,omitempty"`  // where the screen of the place stands; empty: the dialog
	Versi uint64    `json:"versi,omitempty"` // one more with every screen of a place; its buttons carry it
	Since time.Time `json:"since,omitzero"`  // when the place asked: what is typed a day later is no answer

	Login     Login         `json:"login,omitzero"`
	Form      Form          `json:"form,omitzero"`
	Tanya     flow.UsulanID `json:"tanya,omitempty"` // about which a question stands where its card stood
	Alasan    Alasan        `json:"alasan,omitzero"`
	Daftar    Daftar        `json:"daftar,omitzero"`
	Antrian   Antrian       `json:"antrian,omitzero"`
	Borongan  Borongan      `json:"borongan,omitzero"`
	Kelola    Kelola        `json:"kelola,omitzero"`
	Pengingat Pengingat     `json:"pengingat,omitzero"` // of the clock, which has a session of its own
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
	Pegawai flow.PegawaiID `json:"pegawai,omitempty"`
	Hash    string         `json:"hash,omitempty"` // of the code that found him; empty when it was the number
	HP      flow.HP        `json:"hp,omitempty"`   // the number that found him
}

// Form is the draft of Form SIIP ASN.
type Form struct {
	Pegawai     flow.PegawaiID `json:"pegawai,omitempty"` // for whom
	Usulan      flow.UsulanID  `json:"usulan,omitempty"`  // what is edited; 0 for a new one
	Versi       uint64         `json:"versi,omitempty"`   // of that usulan when the edit began
	Manual      bool           `json:"manual,omitempty"`
	Panduan     flow.PanduanID `json:"panduan,omitempty"`
	Judul       string         `json:"judul,omitempty"`
	Rekomendasi string         `json:"rekomendasi,omitempty"`

	// How the list of the panduan is looked at.
	Kompetensi flow.Kompetensi `json:"kompetensi,omitempty"`
	Cari       string          `json:"cari,omitempty"`
	Halaman    int             `json:"halaman,omitempty"`
}

// Begun tells whether there is a draft at all.
func (f Form) Begun() bool { return f.Pegawai != 0 }

// Chosen tells whether the draft has a diklat.
func (f Form) Chosen() bool { return f.Panduan != 0 || f.Judul != "" }

// Alasan is FORM KETERANGAN: the reason for a Revisi or Tolak in the making, of one usulan or of all of a Borongan.
type Alasan struct {
	Usulan     flow.UsulanID `json:"usulan,omitempty"` // 0: of the Borongan
	Versi      uint64        `json:"versi,omitempty"`
	Aksi       flow.Aksi     `json:"aksi,omitempty"`
	Keterangan string        `json:"keterangan,omitempty"`
}

// Daftar is how the list is looked at.
type Daftar struct {
	Filter  flow.Filter     `json:"filter,omitzero"`
	Dari    flow.UsulanID   `json:"dari,omitempty"`    // the first row of the page; 0: the first page
	Memilih bool            `json:"memilih,omitempty"` // a row is ticked by a tap, not opened
	Centang []flow.UsulanID `json:"centang,omitempty"` // the ticked rows, in the order of their ids
	Halaman int             `json:"halaman,omitempty"` // of a list of choices, from 0 on
	Cari    string          `json:"cari,omitempty"`    // likewise, what narrows it
}

// CentangMax is how many rows can be ticked.
const CentangMax = 2000

// Antrian is the queue as one person goes through it: one usulan at a time, oldest first.
type Antrian struct {
	Usulan  flow.UsulanID `json:"usulan,omitempty"`  // the one that is shown
	Versi   uint64        `json:"versi,omitempty"`   // as it was shown
	Sejak   time.Time     `json:"sejak,omitzero"`    // its place in the queue
	Putusan []Putusan     `json:"putusan,omitempty"` // what was decided so far, in the order of the statuses that came of it
	Lewat   int           `json:"lewat,omitempty"`   // skipped
}

// Done counts what lies behind.
func (a Antrian) Done() int {
	n := a.Lewat
	for _, h := range a.Putusan {
		n += h.Jumlah
	}
	return n
}

// Putusan counts the decisions that brought an usulan into the status.
type Putusan struct {
	Status flow.Status `json:"status"`
	Jumlah int         `json:"jumlah"`
}

// Decided counts one decision more.
func (a Antrian) Decided(s flow.Status) Antrian {
	a.Putusan = slices.Clone(a.Putusan) // a session is a value
	i, found := slices.BinarySearchFunc(a.Putusan, s, func(p Putusan, s flow.Status) int { return cmp.Compare(p.Status, s) })
	if !found {
		a.Putusan = slices.Insert(a.Putusan, i, Putusan{Status: s})
	}
	a.Putusan[i].Jumlah++
	return a
}

// Borongan is one aksi over many usulan. It goes on by itself, a part at a time, whatever the person does meanwhile.
type Borongan struct {
	Aksi       flow.Aksi `json:"aksi,omitempty"`
	Keterangan string    `json:"keterangan,omitempty"`
	Butir      []Butir   `json:"butir,omitempty"`
	Selesai    int       `json:"selesai,omitempty"` // so many of them are through
	Jalan      bool      `json:"jalan,omitempty"`   // it was confirmed and is not through yet
}

// Butir is one usulan of a Borongan: as it was when the aksi was confirmed, and what came of it.
type Butir struct {
	Usulan flow.UsulanID `json:"u"`
	Versi  uint64        `json:"v"`
	Hasil  flow.Reason   `json:"h,omitempty"` // Boleh: it was done
}

// Kelola is what an Admin SIIP-ASN is looking at in the master data.
type Kelola struct {
	Panduan flow.PanduanID `json:"panduan,omitempty"`
	Pegawai flow.PegawaiID `json:"pegawai,omitempty"`
	OPD     flow.OPDID     `json:"opd,omitempty"`
	Periode flow.Periode   `json:"periode,omitempty"`
	Judul   string         `json:"judul,omitempty"` // the key of a title typed by hand, or a name that is being given
	Aksi    string         `json:"aksi,omitempty"`  // what is to be confirmed
	Cari    string         `json:"cari,omitempty"`
	Halaman int            `json:"halaman,omitempty"`
	Nomor   uint64         `json:"nomor,omitempty"` // of the first entry of the trail that is shown; 0: the newest
	Jejak   flow.Jejak     `json:"jejak,omitzero"`  // which part of the trail is shown
	Berkas  File           `json:"berkas,omitzero"` // the workbook that was dropped into the chat
	Sidik   string         `json:"sidik,omitempty"` // of what the look at it has shown
	Buka    flow.Tanggal   `json:"buka,omitempty"`  // the first day of a periode, while the last one is asked for
}

// Pengingat is how far the reminders of a day have come.
type Pengingat struct {
	Sisa    int            `json:"sisa,omitempty"` // days that are left, 0: nothing to do
	Setelah flow.PegawaiID `json:"setelah,omitempty"`
}
