package giliran

import (
	"cmp"
	"slices"

	"siip-asn/flow"
)

// Peralihan is a handover that nobody was told of yet: who can act or see is not what it was, by another way than an aksi
// on an usulan (an import, a role given or taken, a binding, a release, a block, Nonaktif, a move to another OPD). The
// store notes one with every such change, in the transaction of the change; the core compares who could act then with who
// can act now, and tells the difference as by an aksi.
type Peralihan struct {
	Pegawai     flow.PegawaiID `json:"pegawai"`          // of whom something is different
	Dulu        flow.Pegawai   `json:"dulu"`             // he, as people were told last
	Akun        flow.AccountID `json:"akun,omitzero"`    // his account then; 0: he had none
	Unreachable bool           `json:"hilang,omitempty"` // which could not be reached
}

// Beralih tells whether a change of the pegawai changes who can act on what, or who can see it.
func Beralih(before, after flow.Pegawai) bool {
	rights := before.Aktif() != after.Aktif() || before.AdminOPD != after.AdminOPD || before.AdminSIIP != after.AdminSIIP
	return before.ID != 0 && (rights || before.OPD != after.OPD)
}

// AkunBeralih tells whether a change of an account does so. p is whose account it was, or else is now: an account that
// is bound, lost or back matters for an admin, one that is unbound for everybody.
func AkunBeralih(before, after flow.Account, p flow.Pegawai) bool {
	unbound := before.Pegawai != 0 && before.Pegawai != after.Pegawai
	return unbound || p.Admin() && (before.Pegawai != after.Pegawai || before.Unreachable != after.Unreachable)
}

// Sebelum is the office as it was before these handovers, of which each pegawai has one at most.
func Sebelum(now Office, list []Peralihan) Office {
	was := map[flow.PegawaiID]Peralihan{}
	for _, h := range list {
		was[h.Pegawai] = h
	}
	return officeBefore{now, was}
}

// officeBefore answers for some pegawai as before, for all others as now.
type officeBefore struct {
	Office
	was map[flow.PegawaiID]Peralihan
}

func (o officeBefore) AccountOf(p flow.PegawaiID) (flow.Account, bool) {
	h, changed := o.was[p]
	if !changed {
		return o.Office.AccountOf(p)
	}
	return flow.Account{ID: h.Akun, Pegawai: p, Unreachable: h.Unreachable}, h.Akun != 0
}

func (o officeBefore) AdminOPD(opd flow.OPDID) []flow.Pegawai {
	return o.with(o.Office.AdminOPD(opd), func(p flow.Pegawai) bool { return p.AdminOPD && p.OPD == opd })
}

func (o officeBefore) AdminSIIP() []flow.Pegawai {
	return o.with(o.Office.AdminSIIP(), func(p flow.Pegawai) bool { return p.AdminSIIP })
}

// with is the list with those who changed as they were, if they belonged to it.
func (o officeBefore) with(list []flow.Pegawai, belongs func(flow.Pegawai) bool) []flow.Pegawai {
	list = slices.DeleteFunc(slices.Clone(list), func(p flow.Pegawai) bool {
		_, changed := o.was[p.ID]
		return changed
	})
	for _, h := range o.was {
		if belongs(h.Dulu) {
			list = append(list, h.Dulu)
		}
	}
	slices.SortFunc(list, func(a, b flow.Pegawai) int { return cmp.Compare(a.ID, b.ID) })
	return list
}
