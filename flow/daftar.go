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

// Daftaran is the head of a list that is exported or printed: what its rows were chosen by, and when.
type Daftaran struct {
	Aturan   Aturan   // whose paper it is, and who signs
	Saringan []string // the filters in words, "Status: DITERUSKAN"; empty: everything
	Dibuat   time.Time
	Tanda    Tanda // by which it can be checked
}
