package flow

import "slices"

// Baris is one row of the life cycle: in this role, this aksi is possible from these statuses and leads there.
type Baris struct {
	Aksi  Aksi
	Peran Peran
	Dari  []Status
	Ke    Status // Belum: the status stays as it is
}

var (
	baru = []Status{Belum}
	ada  = Statuses
)

// Siklus is the life of an usulan and all rights over it. Buttons are drawn from it, taps are judged by it, refusals
// are explained by it. Where two rows fit one person, the first one counts: who edits his own usulan is its owner.
var Siklus = []Baris{
	{Simpan, Pemilik, baru, Masuk},
	{Simpan, AdminSIIP, baru, Masuk},
	{Edit, Pemilik, []Status{Masuk, Direvisi, Ditolak}, Masuk},
	{Edit, AdminOPD, []Status{Masuk, Direvisi}, Belum},
	{Edit, AdminSIIP, []Status{Masuk, Diteruskan, Direvisi}, Belum},
	{Teruskan, AdminOPD, []Status{Masuk}, Diteruskan},
	{Teruskan, AdminSIIP, []Status{Masuk}, Diteruskan},
	{Setujui, AdminSIIP, []Status{Diteruskan}, Disetujui},
	{Revisi, AdminOPD, []Status{Masuk}, Direvisi},
	{Revisi, AdminSIIP, []Status{Masuk, Diteruskan}, Direvisi},
	{Tolak, AdminOPD, []Status{Masuk}, Ditolak},
	{Tolak, AdminSIIP, []Status{Masuk, Diteruskan}, Ditolak},
	{Hapus, AdminSIIP, ada, Dihapus},
	{History, Pemilik, ada, Belum},
	{History, AdminOPD, ada, Belum},
	{History, AdminSIIP, ada, Belum},
}

// Reason is why an aksi is refused.
type Reason uint8

// The reasons. TakTerlihat and SudahDihapus come before all others: they say nothing of the usulan. VersiLama is given only
// where the aksi would be possible otherwise.
const (
	Boleh         Reason = iota
	TakTerlihat          // the person has no relation to the usulan, and learns nothing of it
	SudahDihapus         // it is gone from every list
	VersiLama            // the button was drawn before the last change
	BukanPeran           // the aksi is none of this person's roles
	UsulanSendiri        // nobody verifies his own usulan
	StatusTutup          // the role has the aksi, but not in this status
)

// Judge looks up the table: the row by which a person in these roles does the aksi to the usulan, or the reason why
// not. versi is the one on the tapped button; 0 judges the usulan as it stands now.
func Judge(a Aturan, u Usulan, roles []Peran, aksi Aksi, versi uint64) (Baris, Reason) {
	switch {
	case len(roles) == 0:
		return Baris{}, TakTerlihat
	case u.Status == Dihapus:
		return Baris{}, SudahDihapus
	}
	row, reason := lookUp(a, u, roles, aksi)
	if reason == Boleh && versi != 0 && versi != u.Versi {
		return Baris{}, VersiLama
	}
	return row, reason
}

func lookUp(a Aturan, u Usulan, roles []Peran, aksi Aksi) (Baris, Reason) {
	reason := BukanPeran
	own := slices.Contains(roles, Pemilik) && !a.VerifikasiSendiri
	for _, row := range Siklus {
		if row.Aksi != aksi || !slices.Contains(roles, row.Peran) {
			continue
		}
		switch {
		case own && aksi.Verifies():
			reason = UsulanSendiri
		case own && aksi == Edit && row.Peran != Pemilik:
			// An admin changes his own usulan as its owner: not after it was forwarded.
		case slices.Contains(row.Dari, u.Status):
			return row, Boleh
		default:
			reason = StatusTutup
		}
	}
	return Baris{}, reason
}

// Allowed lists the aksi that a person in these roles has on the usulan now, in the order of the buttons.
func Allowed(a Aturan, u Usulan, roles []Peran) []Aksi {
	var may []Aksi
	for _, aksi := range Aksis {
		if _, reason := Judge(a, u, roles, aksi, 0); reason == Boleh {
			may = append(may, aksi)
		}
	}
	return may
}
