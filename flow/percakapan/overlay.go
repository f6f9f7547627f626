package percakapan

import "siip-asn/flow"

// The effects of a step happen when it is over. A screen that is drawn after a change shows the change all the same:
// what this step saves is looked up as saved.

// Panduan is the entry as this step leaves it.
func (t *turn) Panduan(id flow.PanduanID) (flow.Panduan, bool) {
	if e, ok := saved(t, func(e flow.SavePanduan) bool { return e.Panduan.ID == id }); ok {
		return e.Panduan, true
	}
	return t.Reader.Panduan(id)
}

// Pegawai is the pegawai as this step leaves him.
func (t *turn) Pegawai(id flow.PegawaiID) (flow.Pegawai, bool) {
	if e, ok := saved(t, func(e flow.SavePegawai) bool { return e.Pegawai.ID == id }); ok {
		return e.Pegawai, true
	}
	return t.Reader.Pegawai(id)
}

// AccountOf is the account bound to the pegawai when this step is over.
func (t *turn) AccountOf(id flow.PegawaiID) (flow.Account, bool) {
	account, bound := t.Reader.AccountOf(id)
	if e, ok := saved(t, func(e flow.SaveAccount) bool { return e.Account.ID == account.ID }); bound && ok {
		return e.Account, e.Account.Pegawai == id
	}
	return account, bound
}

// Jendela is when one can propose after this step.
func (t *turn) Jendela(p flow.Periode) flow.Jendela {
	if e, ok := saved(t, func(e flow.SaveJendela) bool { return e.Periode == p }); ok {
		return e.Jendela
	}
	return t.Reader.Jendela(p)
}

// Padanan is as which entry a title counts after this step.
func (t *turn) Padanan(judul string) flow.PanduanID {
	if e, ok := saved(t, func(e flow.SavePadanan) bool { return e.Judul == judul }); ok {
		return e.Panduan
	}
	return t.Reader.Padanan(judul)
}

// saved finds the last effect of a kind that this step has.
func saved[T flow.Effect](t *turn, is func(T) bool) (T, bool) {
	for i := len(t.effects) - 1; i >= 0; i-- {
		if e, ok := t.effects[i].(T); ok && is(e) {
			return e, true
		}
	}
	var none T
	return none, false
}
