package dialog

import (
	"cmp"
	"slices"

	"siip-asn/flow"
)

// View is a Reader that answers as if the effects so far had happened. The effects of a step happen when it is over; a
// screen that is drawn after a change shows the change all the same.
type View struct {
	Reader
	effects []Effect
}

// NewView is a view of what is stored, before any effect.
func NewView(r Reader) *View { return &View{Reader: r} }

func (v *View) add(effects []Effect) { v.effects = append(v.effects, effects...) }

// Panduan is the entry as this step leaves it.
func (v *View) Panduan(id flow.PanduanID) (flow.Panduan, bool) {
	if e, ok := saved(v, func(e SavePanduan) bool { return e.Panduan.ID == id }); ok {
		return e.Panduan, true
	}
	return v.Reader.Panduan(id)
}

// Usulan is the usulan as this step leaves it.
func (v *View) Usulan(id flow.UsulanID) (flow.Usulan, bool) {
	if e, ok := saved(v, func(e SaveUsulan) bool { return e.Usulan.ID == id }); ok {
		return e.Usulan, true
	}
	return v.Reader.Usulan(id)
}

// Pegawai is the pegawai as this step leaves him.
func (v *View) Pegawai(id flow.PegawaiID) (flow.Pegawai, bool) {
	if e, ok := saved(v, func(e SavePegawai) bool { return e.Pegawai.ID == id }); ok {
		return e.Pegawai, true
	}
	return v.Reader.Pegawai(id)
}

// Waiting is a queue as this step leaves it.
func (v *View) Waiting(opd flow.OPDID, status flow.Status) []flow.Waiting {
	list := v.Reader.Waiting(opd, status)
	for _, effect := range v.effects {
		e, ok := effect.(SaveUsulan)
		if !ok {
			continue
		}
		u := e.Usulan
		list = slices.DeleteFunc(list, func(w flow.Waiting) bool { return w.Usulan == u.ID })
		if u.Status == status && (opd == 0 || opd == u.OPD) {
			list = append(list, flow.Waiting{Usulan: u.ID, Pegawai: u.Pegawai, OPD: u.OPD, Sejak: u.Sejak})
		}
	}
	slices.SortFunc(list, InQueue)
	return list
}

// AccountOf is the account bound to the pegawai when this step is over.
func (v *View) AccountOf(id flow.PegawaiID) (flow.Account, bool) {
	account, bound := v.Reader.AccountOf(id)
	if e, ok := saved(v, func(e SaveAccount) bool { return e.Account.ID == account.ID }); bound && ok {
		return e.Account, e.Account.Pegawai == id
	}
	return account, bound
}

// Jendela is when one can propose after this step.
func (v *View) Jendela(p flow.Periode) flow.Jendela {
	if e, ok := saved(v, func(e SaveJendela) bool { return e.Periode == p }); ok {
		return e.Jendela
	}
	return v.Reader.Jendela(p)
}

// Padanan is as which entry a title counts after this step.
func (v *View) Padanan(judul string) flow.PanduanID {
	if e, ok := saved(v, func(e SavePadanan) bool { return e.Judul == judul }); ok {
		return e.Panduan
	}
	return v.Reader.Padanan(judul)
}

// saved finds the last effect of a kind that this step has.
func saved[T Effect](v *View, is func(T) bool) (T, bool) {
	for i := len(v.effects) - 1; i >= 0; i-- {
		if e, ok := v.effects[i].(T); ok && is(e) {
			return e, true
		}
	}
	var none T
	return none, false
}

// InQueue orders a queue: who has waited longest comes first.
func InQueue(a, b flow.Waiting) int {
	return cmp.Or(a.Sejak.Compare(b.Sejak), cmp.Compare(a.Usulan, b.Usulan))
}
