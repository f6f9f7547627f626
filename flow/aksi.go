package flow

import "cmp"

// Aksi is what can be done; its value is its fixed number (records.go).
type Aksi uint8

// The aksi of the guide, on an usulan. Siklus says who may do them and when.
const (
	TanpaAksi Aksi = 0
	Simpan    Aksi = 1
	Edit      Aksi = 2
	Teruskan  Aksi = 3
	Setujui   Aksi = 4
	Revisi    Aksi = 5
	Tolak     Aksi = 6
	Hapus     Aksi = 7
	History   Aksi = 8
)

// The aksi on an account or on the master data. They stand in the trail only: they have no row in Siklus, and no button on a
// card.
const (
	Hubungkan     Aksi = 9  // a Telegram account was bound to the pegawai
	Keluar        Aksi = 10 // it was unbound by the person himself
	Lepas         Aksi = 11 // it was unbound by an admin
	Undang        Aksi = 12 // an activation code was given out
	Impor         Aksi = 13 // the master data of the pegawai was changed by an import
	UbahPegawai   Aksi = 14 // the master data of one pegawai were changed in the chat
	UbahPanduan   Aksi = 15 // an entry of the panduan was added or changed
	UbahPeriode   Aksi = 16 // the days between which one can propose were set
	GabungJudul   Aksi = 17 // titles typed by hand were counted as an entry of the panduan, or no longer
	Nonaktifkan   Aksi = 18 // the pegawai has left: pensiun, pindah, meninggal, berhenti
	Aktifkan      Aksi = 19 // he is back
	UbahNIP       Aksi = 20 // the same pegawai has another NIP now
	UbahOPD       Aksi = 21 // the same OPD has another name now
	TambahPegawai Aksi = 22 // a pegawai was added by hand
	Umumkan       Aksi = 23 // a periode was announced to all who are bound
	Pulihkan      Aksi = 24 // the database was put back from a copy
	PesanGagal    Aksi = 25 // dead letters were sent again or thrown away
)

// AksiRecord is everything that the office says of an aksi.
type AksiRecord struct {
	Aksi    Aksi
	Kode    string // under which it is stored
	Kata    string // the word on the button
	Catatan string // what the trail calls it; empty: as the button
	Usulan  bool   // it is done to an usulan, and has a button on its card
	Putusan bool   // it is a verdict: nobody gives one on his own usulan
}

var aksis = []AksiRecord{
	{Aksi: TanpaAksi},
	{Aksi: Simpan, Kode: "simpan", Kata: "Simpan", Usulan: true},
	{Aksi: Edit, Kode: "edit", Kata: "Edit", Usulan: true},
	{Aksi: Teruskan, Kode: "teruskan", Kata: "Teruskan", Usulan: true, Putusan: true},
	{Aksi: Setujui, Kode: "setujui", Kata: "Setujui", Usulan: true, Putusan: true},
	{Aksi: Revisi, Kode: "revisi", Kata: "Revisi", Usulan: true, Putusan: true},
	{Aksi: Tolak, Kode: "tolak", Kata: "Tolak", Usulan: true, Putusan: true},
	{Aksi: Hapus, Kode: "hapus", Kata: "Hapus", Usulan: true},
	{Aksi: History, Kode: "history", Kata: "History", Usulan: true},
	{Aksi: Hubungkan, Kode: "hubungkan", Kata: "Hubungkan", Catatan: "Akun dihubungkan"},
	{Aksi: Keluar, Kode: "keluar", Kata: "Keluar", Catatan: "Akun diputuskan sendiri"},
	{Aksi: Lepas, Kode: "lepas", Kata: "Putuskan", Catatan: "Akun diputuskan"},
	{Aksi: Undang, Kode: "undang", Kata: "Undang", Catatan: "Undangan dibuat"},
	{Aksi: Impor, Kode: "impor", Kata: "Impor"},
	{Aksi: UbahPegawai, Kode: "ubah-pegawai", Kata: "Ubah Pegawai"},
	{Aksi: UbahPanduan, Kode: "ubah-panduan", Kata: "Ubah Panduan"},
	{Aksi: UbahPeriode, Kode: "ubah-periode", Kata: "Ubah Periode"},
	{Aksi: GabungJudul, Kode: "gabung-judul", Kata: "Gabung Judul"},
	{Aksi: Nonaktifkan, Kode: "nonaktifkan", Kata: "Nonaktifkan"},
	{Aksi: Aktifkan, Kode: "aktifkan", Kata: "Aktifkan"},
	{Aksi: UbahNIP, Kode: "ubah-nip", Kata: "Ubah NIP"},
	{Aksi: UbahOPD, Kode: "ubah-opd", Kata: "Ubah OPD"},
	{Aksi: TambahPegawai, Kode: "tambah-pegawai", Kata: "Tambah Pegawai"},
	{Aksi: Umumkan, Kode: "umumkan", Kata: "Umumkan"},
	{Aksi: Pulihkan, Kode: "pulihkan", Kata: "Pulihkan"},
	{Aksi: PesanGagal, Kode: "pesan-gagal", Kata: "Pesan Gagal"},
}

func (r AksiRecord) value() Aksi  { return r.Aksi }
func (r AksiRecord) code() string { return r.Kode }

// Aksis lists the aksi on an usulan in the order in which their buttons stand.
var Aksis = valuesOf(aksis, func(r AksiRecord) bool { return r.Usulan })

// Record is what the office says of the aksi; the zero record for a number that no aksi has.
func (a Aksi) Record() AksiRecord {
	return recordOf(aksis, a)
}

// Nomor is the fixed number of the aksi in keys of the database.
func (a Aksi) Nomor() uint8 { return uint8(a) }

// String is the word on the button.
func (a Aksi) String() string { return a.Record().Kata }

// Dicatat is what the trail calls the aksi.
func (a Aksi) Dicatat() string { return cmp.Or(a.Record().Catatan, a.Record().Kata) }

// MarshalText writes the code under which an aksi is stored; a number that no aksi has is an error.
func (a Aksi) MarshalText() ([]byte, error) { return writeCode(aksis, a) }

// UnmarshalText reads it back.
func (a *Aksi) UnmarshalText(b []byte) error { return readCode(aksis, b, a) }

// Verifies tells whether the aksi is a verdict (Putusan): nobody gives one on his own usulan, unless VerifikasiSendiri is set.
func (a Aksi) Verifies() bool { return a.Record().Putusan }
