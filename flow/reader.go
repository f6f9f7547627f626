package flow

import "time"

// Reader is what the core may look up. The store implements it over the same write transaction that applies the
// effects, so a step sees what the step before it has done, and nothing changes between the look and the deed.
//
// A look-up answers false, or nothing, for what is not there. One that meets a damaged record does the same and spoils
// the whole event: the store sees to it that nothing of the step is saved. So the core needs no error at each line.
type Reader interface {
	Aturan() Aturan
	Jendela(Periode) Jendela

	Account(AccountID) Account
	AccountOf(PegawaiID) (Account, bool)        // the account bound to the pegawai
	AccountsAfter(p PegawaiID, n int) []Account // bound ones, in the order of their pegawai
	Aktivasi(hash string) (Aktivasi, bool)
	Session(AccountID) Session // where somebody else is in the conversation

	Pegawai(PegawaiID) (Pegawai, bool)
	PegawaiByHP(HP) []Pegawai
	CariPegawai(teks string, from, n int) (rows []Pegawai, total int) // by words of nama and NIP
	AdminOPD(OPDID) []Pegawai
	AdminSIIP() []Pegawai
	OPD(OPDID) (OPD, bool)
	OPDs() []OPD // by name
	RingkasOPD(Periode) []RingkasOPD

	Panduan(PanduanID) (Panduan, bool)
	Katalog() []Panduan // all, in order
	JudulManual() []JudulManual
	Padanan(judul string) PanduanID // as which entry a title typed by hand counts; 0: as itself

	Usulan(UsulanID) (Usulan, bool)
	UsulanOf(PegawaiID) []Usulan                // not deleted ones, newest first
	Waiting(OPDID, Status) []Waiting            // of one OPD, or of all for 0; oldest first
	Daftar(f Filter, from UsulanID, n int) Page // a page of the list
	Saring(f Filter) []UsulanID                 // the whole list, in its order
	Rekomendasis() []string                     // every one that is used, by name
	Periodes() []Periode                        // every one that is used, newest first
	Viewers(UsulanID) []AccountID               // who has a card of it
	Cards(AccountID) []UsulanID                 // of which usulan there is a card in the chat, by number

	History(UsulanID) []Entry                          // oldest first
	Jejak(of Jejak, before uint64, n int) []Entry      // newest first; before 0: from the end
	Keterangan(scope OPDID, aksi Aksi, n int) []string // the reasons used most; scope 0: by Admin SIIP-ASN
	Done(job string) time.Time                         // for which instant a job was last done
}

// RingkasOPD says how an OPD stands in a periode.
type RingkasOPD struct {
	OPD       OPD
	Pegawai   int
	Terhubung int       // bound to a Telegram account
	Mengusul  int       // have proposed
	Menunggu  int       // usulan that wait with the Admin OPD
	Sejak     time.Time // since when the oldest of those waits
	Admin     bool      // an Admin OPD is bound
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
