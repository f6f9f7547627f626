package percakapan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// The effects of a step happen when it is over. A screen that is drawn after a change shows the change all the same:
// what this step saves is looked up as saved.

// Panduan is the entry as this step leaves it.
func (t *turn) Panduan(id flow.PanduanID) (flow.Panduan, bool) {
	if e, ok := saved(t, func(e dialog.SavePanduan) bool { return e.Panduan.ID == id }); ok {
		return e.Panduan, true
	}
	return t.Reader.Panduan(id)
}

// Usulan is the usulan as this step leaves it.
func (t *turn) Usulan(id flow.UsulanID) (flow.Usulan, bool) {
	if e, ok := saved(t, func(e dialog.SaveUsulan) bool { return e.Usulan.ID == id }); ok {
		return e.Usulan, true
	}
	return t.Reader.Usulan(id)
}

// Pegawai is the pegawai as this step leaves him.
func (t *turn) Pegawai(id flow.PegawaiID) (flow.Pegawai, bool) {
	if e, ok := saved(t, func(e dialog.SavePegawai) bool { return e.Pegawai.ID == id }); ok {
		return e.Pegawai, true
	}
	return t.Reader.Pegawai(id)
}

// Waiting is a queue as this step leaves it.
func (t *turn) Waiting(opd flow.OPDID, status flow.Status) []flow.Waiting {
	list := t.Reader.Waiting(opd, status)
	for _, effect := range t.effects {
		e, ok := effect.(dialog.SaveUsulan)
		if !ok {
			continue
		}
		u := e.Usulan
		list = slices.DeleteFunc(list, func(w flow.Waiting) bool { return w.Usulan == u.ID })
		if u.Status == status && (opd == 0 || opd == u.OPD) {
			list = append(list, flow.Waiting{Usulan: u.ID, Pegawai: u.Pegawai, OPD: u.OPD, Sejak: u.Sejak})
		}
	}
	slices.SortFunc(list, inQueue)
	return list
}

// AccountOf is the account bound to the pegawai when this step is over.
func (t *turn) AccountOf(id flow.PegawaiID) (flow.Account, bool) {
	account, bound := t.Reader.AccountOf(id)
	if e, ok := saved(t, func(e dialog.SaveAccount) bool { return e.Account.ID == account.ID }); bound && ok {
		return e.Account, e.Account.Pegawai == id
	}
	return account, bound
}

// Jendela is when one can propose after this step.
func (t *turn) Jendela(p flow.Periode) flow.Jendela {
	if e, ok := saved(t, func(e dialog.SaveJendela) bool { return e.Periode == p }); ok {
		return e.Jendela
	}
	return t.Reader.Jendela(p)
}

// Padanan is as which entry a title counts after this step.
func (t *turn) Padanan(judul string) flow.PanduanID {
	if e, ok := saved(t, func(e dialog.SavePadanan) bool { return e.Judul == judul }); ok {
		return e.Panduan
	}
	return t.Reader.Padanan(judul)
}

// saved finds the last effect of a kind that this step has.
func saved[T dialog.Effect](t *turn, is func(T) bool) (T, bool) {
	for i := len(t.effects) - 1; i >= 0; i-- {
		if e, ok := t.effects[i].(T); ok && is(e) {
			return e, true
		}
	}
	var none T
	return none, false
}
