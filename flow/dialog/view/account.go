package view

import (
	"cmp"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
)

// The accounts as this step leaves them.

// Account is what is known of a Telegram account.
func (v *View) Account(id flow.AccountID) flow.Account {
	if a, changed := v.account[id]; changed {
		return a
	}
	return v.base.Account(id)
}

// AccountOf is the account bound to the pegawai.
func (v *View) AccountOf(p flow.PegawaiID) (flow.Account, bool) {
	a, bound := v.base.AccountOf(p)
	return byName(v.account, func(a flow.Account) bool { return a.Pegawai == p && p != 0 }, a.ID, a, bound)
}

// AccountsAfter lists n bound accounts in the order of their pegawai, beginning behind p.
func (v *View) AccountsAfter(p flow.PegawaiID, n int) []flow.Account {
	list := merged(v.base.AccountsAfter(p, n+len(v.account)), v.account,
		func(a flow.Account) flow.AccountID { return a.ID },
		func(a flow.Account) bool { return a.Pegawai > p },
		func(a, b flow.Account) int { return cmp.Compare(a.Pegawai, b.Pegawai) })
	return list[:min(n, len(list))]
}

// Aktivasi is the activation code with this hash. A pegawai has one at most.
func (v *View) Aktivasi(hash string) (aktivasi.Aktivasi, bool) {
	a, there := v.base.Aktivasi(hash)
	return byName(v.aktivasi, func(a aktivasi.Aktivasi) bool { return a.Hash == hash && hash != "" }, a.Pegawai, a, there)
}

// Session is where somebody is in the conversation.
func (v *View) Session(id flow.AccountID) dialog.Session {
	if v.own != nil {
		if me, s := v.own(); me == id {
			return s
		}
	}
	return v.base.Session(id)
}

// Shown tells whether the slot was ever shown in the chat, or is by this step.
func (v *View) Shown(chat flow.AccountID, slot ui.Slot) bool {
	return v.shown[shownKey{chat, slot}] || v.base.Shown(chat, slot)
}
