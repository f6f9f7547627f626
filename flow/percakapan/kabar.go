package percakapan

import (
	"slices"

	"siip-asn/flow"
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

// tell lets everybody concerned know what was done to the usulan; changes are those of an edit.
func (t *turn) tell(a flow.Aksi, oleh flow.Peran, u flow.Usulan, changes []flow.Perubahan) {
	k := kabarOf(a, oleh)
	told := map[flow.AccountID]bool{t.me(): true}
	owner, _ := t.Pegawai(u.Pegawai)
	t.tellEach([]flow.Pegawai{owner}, told, k.pegawai, u, t.ownerNews(a, oleh, u, changes))
	opd, pusat := t.adminsOPD(u), t.adminsPusat(u)
	if len(opd) == 0 && k.opd == kartu {
		k.pusat = kartu // nobody else can forward it
	}
	t.tellEach(opd, told, k.opd, u, t.adminNews(a, oleh, u))
	t.tellEach(pusat, told, k.pusat, u, t.adminNews(a, oleh, u))
	t.refreshCards(u, told)
}

// tellEach tells people once each; whoever was given the card needs no refresh of it.
func (t *turn) tellEach(people []flow.Pegawai, told map[flow.AccountID]bool, how cara, u flow.Usulan, news flow.Screen) {
	for _, p := range people {
		account, ok := t.AccountOf(p.ID)
		if !ok || account.Hilang || told[account.ID] {
			continue
		}
		switch how {
		case kartu:
			told[account.ID] = true
			t.showCard(account.ID, u, flow.Anew, flow.News)
		case pesan:
			told[account.ID] = true
			t.do(flow.Show{To: account.ID, Screen: news, Lane: flow.News})
			t.showCard(account.ID, u, flow.Quietly, flow.News)
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
func (t *turn) orphan(u flow.Usulan) bool { return len(t.adminsOPD(u)) == 0 }
