// Package kabar changes an usulan and tells everybody concerned: who learns of what, and in which words. It is a library
// and keeps nothing.
package kabar

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/queue"
)

// How is how somebody is told of a change.
type How uint8

// The ways of telling.
const (
	Silently How = iota // the card he has, if any, changes in silence
	Message             // a short new message, and the card changes; to an admin, who has nothing to do then, without a sound
	Card                // the card comes anew, with the buttons that he has now
)

// Told is one row of who is told: of this aksi by this role, the pegawai, the Admin OPD of his OPD, and the Admin
// SIIP-ASN learn so. Who did it is not told what he did.
type Told struct {
	Aksi                    flow.Aksi
	Oleh                    flow.Peran
	Pegawai, OPD, AdminSIIP How
}

// tolds is the whole table. For a role that is not named the row of the same aksi without a role counts.
var tolds = []Told{
	{flow.Simpan, flow.Pemilik, Silently, Card, Silently},
	{flow.Simpan, flow.AdminSIIP, Message, Card, Silently},
	{flow.Edit, flow.Pemilik, Silently, Card, Silently},
	{flow.Edit, flow.Tanpa, Message, Silently, Silently},
	{flow.Teruskan, flow.Tanpa, Message, Silently, Card},
	{flow.Setujui, flow.Tanpa, Message, Message, Silently},
	{flow.Revisi, flow.AdminOPD, Message, Silently, Silently},
	{flow.Revisi, flow.AdminSIIP, Message, Message, Silently},
	{flow.Tolak, flow.AdminOPD, Message, Silently, Silently},
	{flow.Tolak, flow.AdminSIIP, Message, Message, Silently},
	{flow.Hapus, flow.Tanpa, Message, Silently, Silently},
}

// Of finds the row of an aksi by a role; the zero row, which tells nobody, where there is none.
func Of(a flow.Aksi, oleh flow.Peran) Told {
	i := slices.IndexFunc(tolds, func(k Told) bool {
		return k.Aksi == a && (k.Oleh == oleh || k.Oleh == flow.Tanpa)
	})
	if i < 0 {
		return Told{}
	}
	return tolds[i]
}

// News is what people are told of: an aksi, the role in which it was done, the usulan as it is now, and what an edit has
// changed.
type News struct {
	Aksi    flow.Aksi
	Oleh    flow.Peran
	Usulan  flow.Usulan
	Changes []jejak.Perubahan
}

// Telling says how the admins learn of it: of each usulan, or of many in one message.
type Telling bool

// The ways in which the admins learn of it.
const (
	OneByOne Telling = false
	InBulk   Telling = true
)

// Tell lets everybody concerned know.
func Tell(t *engine.Turn, n News, how Telling) {
	k := Of(n.Aksi, n.Oleh)
	told := map[flow.AccountID]bool{t.Me(): true}
	owner, _ := t.Pegawai(n.Usulan.Pegawai)
	tellEach(t, []flow.Pegawai{owner}, told, k.Pegawai, n, ownerNews)
	opd, siip := queue.AdminsOPD(t, n.Usulan), queue.AdminsSIIP(t, n.Usulan)
	if k.OPD == Card && queue.Orphan(t, n.Usulan) {
		k.AdminSIIP = Card // nobody else can forward it
	}
	if how == OneByOne {
		tellEach(t, opd, told, k.OPD, n, adminNews)
		tellEach(t, siip, told, k.AdminSIIP, n, adminNews)
		refreshQueues(t, n.Usulan, k, n.Oleh)
	}
	if how == InBulk {
		delete(told, t.Me()) // his own card changes too: nothing else shows it
	}
	kartu.ShowOthers(t, n.Usulan, told)
	t.Changed(n.Usulan)
}

// tellEach tells people once each; whoever was given the card needs no refresh of it.
func tellEach(t *engine.Turn, people []flow.Pegawai, told map[flow.AccountID]bool, how How, n News, words func(*engine.Turn, News) ui.Screen) {
	for _, p := range people {
		account, ok := t.AccountOf(p.ID)
		if !ok || account.Unreachable || told[account.ID] {
			continue
		}
		switch how {
		case Card:
			told[account.ID] = true
			Waits(t, p, n.Usulan)
		case Message:
			told[account.ID] = true
			right := dialog.Right{Who: dialog.SeesUsulan, Usulan: n.Usulan.ID} // his own usulan stays his when he loses a role
			t.Do(dialog.Show{To: account.ID, Screen: words(t, n), Lane: dialog.News, Silent: p.ID != n.Usulan.Pegawai, Right: right})
			kartu.Show(t, account.ID, n.Usulan, dialog.Quietly, dialog.News)
		}
	}
}
