package flow

import "slices"

// Peralihan is a handover that nobody was told of yet: who can act or see is not what it was, by another way than an aksi
// on an usulan (an import, a role given or taken, a binding, a release, a block, Nonaktif, a move to another OPD). The
// store notes one with every such change, in the transaction of the change; the core compares who could act then with who
// can act now, and tells the difference as by an aksi.
type Peralihan struct {
	Pegawai PegawaiID `json:"pegawai"`          // of whom something is different
	Dulu    Pegawai   `json:"dulu"`             // he, as people were told last
	Akun    AccountID `json:"akun,omitzero"`    // his account then; 0: he had none
	Hilang  bool      `json:"hilang,omitempty"` // which could not be reached
}

// Beralih tells whether a change of the pegawai changes who can act on what, or who can see it.
func Beralih(before, after Pegawai) bool {
	rights := before.Aktif() != after.Aktif() || before.AdminOPD != after.AdminOPD || before.AdminSIIP != after.AdminSIIP
	return before.ID != 0 && (rights || before.OPD != after.OPD)
}

// AkunBeralih tells whether a change of an account does so. p is whose account it was, or else is now: an account that
// is bound, lost or back matters for an admin, one that is unbound for everybody.
func AkunBeralih(before, after Account, p Pegawai) bool {
	unbound := before.Pegawai != 0 && before.Pegawai != after.Pegawai
	return unbound || p.Admin() && (before.Pegawai != after.Pegawai || before.Hilang != after.Hilang)
}

// Sebelum is the office as it was before the handover.
func (h Peralihan) Sebelum(now Office) Office { return officeBefore{now, h} }

// officeBefore answers for one pegawai as before, for all others as now.
type officeBefore struct {
	Office
	was Peralihan
}

func (o officeBefore) AccountOf(p PegawaiID) (Account, bool) {
	if p != o.was.Pegawai {
		return o.Office.AccountOf(p)
	}
	return Account{ID: o.was.Akun, Pegawai: p, Hilang: o.was.Hilang}, o.was.Akun != 0
}

func (o officeBefore) AdminOPD(opd OPDID) []Pegawai {
	return o.with(o.Office.AdminOPD(opd), o.was.Dulu.AdminOPD && o.was.Dulu.OPD == opd)
}

func (o officeBefore) AdminSIIP() []Pegawai {
	return o.with(o.Office.AdminSIIP(), o.was.Dulu.AdminSIIP)
}

// with is the list with the pegawai as he was, or without him.
func (o officeBefore) with(list []Pegawai, was bool) []Pegawai {
	list = slices.DeleteFunc(slices.Clone(list), func(p Pegawai) bool { return p.ID == o.was.Pegawai })
	if was {
		list = append(list, o.was.Dulu)
	}
	return list
}
