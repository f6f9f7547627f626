package percakapan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// cara is how somebody is told of a change.
type cara uint8

const (
	diam  cara = iota // the card he has, if any, changes in silence
	pesan             // a short new message, and the card changes
	kartu             // the card comes anew, with the buttons that he has now
)

// kabar is one row of who is told: of this aksi by this role, the pegawai, the Admin OPD of his OPD, and the Admin
// SIIP-ASN learn so. Who did it is not told what he did.
type kabar struct {
	aksi                flow.Aksi
	oleh                flow.Peran
	pegawai, opd, pusat cara
}

// kabars is the whole table. For a role that is not named the row of the same aksi without a role counts.
var kabars = []kabar{
	{flow.Simpan, flow.Pemilik, diam, kartu, diam},
	{flow.Simpan, flow.AdminSIIP, pesan, kartu, diam},
	{flow.Edit, flow.Pemilik, diam, kartu, diam},
	{flow.Edit, flow.Tanpa, pesan, diam, diam},
	{flow.Teruskan, flow.Tanpa, pesan, diam, kartu},
	{flow.Setujui, flow.Tanpa, pesan, pesan, diam},
	{flow.Revisi, flow.AdminOPD, pesan, diam, diam},
	{flow.Revisi, flow.AdminSIIP, pesan, pesan, diam},
	{flow.Tolak, flow.AdminOPD, pesan, diam, diam},
	{flow.Tolak, flow.AdminSIIP, pesan, pesan, diam},
	{flow.Hapus, flow.Tanpa, pesan, diam, diam},
}

func kabarOf(a flow.Aksi, oleh flow.Peran) kabar {
	i := slices.IndexFunc(kabars, func(k kabar) bool {
		return k.aksi == a && (k.oleh == oleh || k.oleh == flow.Tanpa)
	})
	if i < 0 {
		return kabar{}
	}
	return kabars[i]
}

// news is what people are told of: an aksi, the role in which it was done, the usulan as it is now, and what an edit has
// changed.
type news struct {
	aksi    flow.Aksi
	oleh    flow.Peran
	usulan  flow.Usulan
	changes []flow.Perubahan
}

// telling says how the admins learn of it: of each usulan, or of many in one message (borongan_kabar.go).
type telling bool

const (
	oneByOne telling = false
	inBulk   telling = true
)

// tell lets everybody concerned know.
func (t *turn) tell(n news, how telling) {
	k := kabarOf(n.aksi, n.oleh)
	told := map[flow.AccountID]bool{t.me(): true}
	owner, _ := t.Pegawai(n.usulan.Pegawai)
	t.tellEach([]flow.Pegawai{owner}, told, k.pegawai, n, (*turn).ownerNews)
	opd, pusat := t.adminsOPD(n.usulan), t.adminsPusat(n.usulan)
	if k.opd == kartu && t.orphan(n.usulan) {
		k.pusat = kartu // nobody else can forward it
	}
	if how == oneByOne {
		t.tellEach(opd, told, k.opd, n, (*turn).adminNews)
		t.tellEach(pusat, told, k.pusat, n, (*turn).adminNews)
	}
	if how == inBulk {
		delete(told, t.me()) // his own card changes too: nothing else shows it
	}
	t.refreshCards(n.usulan, told)
	t.refreshQueues(n.usulan)
}

// tellEach tells people once each; whoever was given the card needs no refresh of it.
func (t *turn) tellEach(people []flow.Pegawai, told map[flow.AccountID]bool, how cara, n news, words func(*turn, news) dialog.Screen) {
	for _, p := range people {
		account, ok := t.AccountOf(p.ID)
		if !ok || account.Hilang || told[account.ID] {
			continue
		}
		switch how {
		case kartu:
			told[account.ID] = true
			t.showCard(account.ID, n.usulan, dialog.Anew, dialog.News)
		case pesan:
			told[account.ID] = true
			t.do(dialog.Show{To: account.ID, Screen: words(t, n), Lane: dialog.News})
			t.showCard(account.ID, n.usulan, dialog.Quietly, dialog.News)
		}
	}
}

// adminsOPD are those who can verify the usulan in its OPD: nobody verifies his own.
func (t *turn) adminsOPD(u flow.Usulan) []flow.Pegawai { return t.others(t.AdminOPD(u.OPD), u) }

// adminsPusat are the Admin SIIP-ASN who can decide on the usulan.
func (t *turn) adminsPusat(u flow.Usulan) []flow.Pegawai { return t.others(t.AdminSIIP(), u) }

func (t *turn) others(people []flow.Pegawai, u flow.Usulan) []flow.Pegawai {
	return slices.DeleteFunc(slices.Clone(people), func(p flow.Pegawai) bool {
		return p.ID == u.Pegawai && !t.Aturan().VerifikasiSendiri
	})
}

// orphan tells whether the OPD has nobody who could forward the usulan: then an Admin SIIP-ASN does it in his place.
func (t *turn) orphan(u flow.Usulan) bool { return flow.WaitsFor(t, u).Pengganti }
