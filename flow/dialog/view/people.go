package view

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/giliran"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
)

// The pegawai and OPD as this step leaves them.

// Pegawai is the pegawai with this id.
func (v *View) Pegawai(id flow.PegawaiID) (flow.Pegawai, bool) {
	return byID(v.pegawai, id, v.base.Pegawai)
}

// PegawaiByNIP is the pegawai with this NIP.
func (v *View) PegawaiByNIP(nip identitas.NIP) (flow.Pegawai, bool) {
	p, there := v.base.PegawaiByNIP(nip)
	return byName(v.pegawai, func(p flow.Pegawai) bool { return p.NIP == nip }, p.ID, p, there)
}

// PegawaiByHP lists the pegawai with this number.
func (v *View) PegawaiByHP(hp identitas.HP) []flow.Pegawai {
	return people(v, v.base.PegawaiByHP(hp), func(p flow.Pegawai) bool { return hp != "" && p.HP == hp })
}

// AdminOPD lists the Admin OPD of an OPD.
func (v *View) AdminOPD(opd flow.OPDID) []flow.Pegawai {
	return people(v, v.base.AdminOPD(opd), func(p flow.Pegawai) bool { return p.AdminOPD && p.OPD == opd })
}

// AdminSIIP lists the Admin SIIP-ASN.
func (v *View) AdminSIIP() []flow.Pegawai {
	return people(v, v.base.AdminSIIP(), func(p flow.Pegawai) bool { return p.AdminSIIP })
}

// people is a list of pegawai with those who were changed in their place.
func people(v *View, list []flow.Pegawai, belongs func(flow.Pegawai) bool) []flow.Pegawai {
	return merged(list, v.pegawai, func(p flow.Pegawai) flow.PegawaiID { return p.ID }, belongs,
		func(a, b flow.Pegawai) int { return cmp.Compare(a.ID, b.ID) })
}

// everybody is more than an office has pegawai.
const everybody = 1 << 30

// SearchPegawai lists the pegawai whose nama and NIP contain every word, from the given place on, and counts all of them.
func (v *View) SearchPegawai(teks string, from, n int) (rows []flow.Pegawai, total int) {
	if len(v.pegawai) == 0 {
		return v.base.SearchPegawai(teks, from, n)
	}
	list, _ := v.base.SearchPegawai(teks, 0, everybody)
	list = people(v, list, func(p flow.Pegawai) bool { return p.Contains(teks) })
	from = min(max(from, 0), len(list))
	return list[from:min(from+n, len(list))], len(list)
}

// OPD is the OPD with this id.
func (v *View) OPD(id flow.OPDID) (flow.OPD, bool) {
	return byID(v.opd, id, v.base.OPD)
}

// OPDByName is the OPD with this name, whatever its case and spacing.
func (v *View) OPDByName(nama string) (flow.OPD, bool) {
	o, there := v.base.OPDByName(nama)
	return byName(v.opd, func(o flow.OPD) bool { return spelling.Key(o.Nama) == spelling.Key(nama) }, o.ID, o, there)
}

// OPDs lists all OPD, by name.
func (v *View) OPDs() []flow.OPD {
	return merged(v.base.OPDs(), v.opd, func(o flow.OPD) flow.OPDID { return o.ID },
		func(flow.OPD) bool { return true },
		func(a, b flow.OPD) int { return strings.Compare(a.Nama, b.Nama) })
}

// OPDSummary says how each OPD stands in a periode: what is stored, and the difference that each pegawai makes of whom
// something has changed.
func (v *View) OPDSummary(periode kalender.Periode) []flow.OPDSummary {
	list := v.base.OPDSummary(periode)
	if len(v.effects) == 0 {
		return list
	}
	sums := map[flow.OPDID]flow.OPDSummary{}
	for _, r := range list {
		sums[r.OPD.ID] = r
	}
	for _, id := range touched(v) {
		count(sums, v.base, id, periode, -1)
		count(sums, v, id, periode, +1)
	}
	list = nil
	for _, opd := range v.OPDs() {
		r := sums[opd.ID]
		r.OPD, r.Menunggu, r.Sejak, r.Admin = opd, 0, time.Time{}, giliran.HasAdmin(v, opd.ID)
		if waiting := v.Waiting(opd.ID, flow.Masuk); len(waiting) > 0 {
			r.Menunggu, r.Sejak = len(waiting), waiting[0].Sejak
		}
		list = append(list, r)
	}
	return list
}

// touched lists the pegawai of whom something has changed: they themselves, an account, an usulan.
func touched(v *View) []flow.PegawaiID {
	set := map[flow.PegawaiID]bool{}
	for id := range v.pegawai {
		set[id] = true
	}
	for id, a := range v.account {
		set[a.Pegawai], set[v.base.Account(id).Pegawai] = true, true
	}
	for _, u := range v.usulan {
		set[u.Pegawai] = true
	}
	delete(set, 0)
	var list []flow.PegawaiID
	for id := range set {
		list = append(list, id)
	}
	slices.Sort(list)
	return list
}

// count adds what one pegawai makes of the counts of his OPD, or takes it away.
func count(sums map[flow.OPDID]flow.OPDSummary, r dialog.Reader, id flow.PegawaiID, periode kalender.Periode, by int) {
	p, there := r.Pegawai(id)
	if !there {
		return
	}
	sum := sums[p.OPD]
	sum.Pegawai += by
	if _, bound := r.AccountOf(id); bound {
		sum.Terhubung += by
	}
	if slices.ContainsFunc(r.UsulanOf(id), func(u flow.Usulan) bool { return periode == kalender.Semua || u.Periode() == periode }) {
		sum.Mengusul += by
	}
	sums[p.OPD] = sum
}

// Riwayat lists the diklat that a pegawai has taken; no effect changes those.
func (v *View) Riwayat(p flow.PegawaiID) []imports.Riwayat { return v.base.Riwayat(p) }

// Peralihan lists the n first handovers that nobody was told of yet, by pegawai.
func (v *View) Peralihan(n int) []giliran.Peralihan {
	list := v.base.Peralihan(n + len(v.handover))
	list = slices.DeleteFunc(list, func(h giliran.Peralihan) bool {
		_, changed := v.handover[h.Pegawai]
		return changed
	})
	for _, h := range v.handover {
		if h != nil {
			list = append(list, *h)
		}
	}
	slices.SortFunc(list, func(a, b giliran.Peralihan) int { return cmp.Compare(a.Pegawai, b.Pegawai) })
	return list[:min(n, len(list))]
}

// noteRole notes the handover that a change of the pegawai makes.
func noteRole(v *View, after flow.Pegawai) {
	before, _ := v.Pegawai(after.ID)
	if giliran.Beralih(before, after) {
		account, _ := v.AccountOf(before.ID)
		noteHandover(v, before, account)
	}
}

// noteLeft unbinds the account of a pegawai who is Nonaktif and ends his code, as the store does in the same commit: what is
// drawn after the change shows him without them.
func noteLeft(v *View, p flow.Pegawai) {
	if p.Aktif() {
		return
	}
	if account, bound := v.AccountOf(p.ID); bound {
		noteOther(v, dialog.SaveAccount{Account: flow.Account{ID: account.ID, Unreachable: account.Unreachable}})
	}
	noteOther(v, dialog.UseAktivasi{Pegawai: p.ID})
}

// noteBinding notes the handovers that a change of an account makes.
func noteBinding(v *View, after flow.Account) {
	before := v.Account(after.ID)
	for _, id := range []flow.PegawaiID{before.Pegawai, after.Pegawai} {
		p, known := v.Pegawai(id)
		if !known || !giliran.AkunBeralih(before, after, p) {
			continue
		}
		was := before
		if was.Pegawai != id {
			was = flow.Account{}
		}
		noteHandover(v, p, was)
	}
}

// noteHandover keeps what was before the first of several changes, as the store does.
func noteHandover(v *View, p flow.Pegawai, account flow.Account) {
	noted := slices.ContainsFunc(v.Peralihan(everybody), func(h giliran.Peralihan) bool { return h.Pegawai == p.ID })
	if !noted {
		set(&v.handover, p.ID, &giliran.Peralihan{Pegawai: p.ID, Dulu: p, Akun: account.ID, Unreachable: account.Unreachable})
	}
}
