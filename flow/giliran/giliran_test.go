package giliran

import (
	"slices"
	"testing"

	"siip-asn/flow"
)

// desk is an office in memory: who is there, and who has which account.
type desk struct {
	aturan  flow.Aturan
	people  []flow.Pegawai
	account map[flow.PegawaiID]flow.Account
}

func (d desk) Aturan() flow.Aturan { return d.aturan }
func (d desk) AccountOf(p flow.PegawaiID) (flow.Account, bool) {
	a, ok := d.account[p]
	return a, ok
}
func (d desk) AdminOPD(opd flow.OPDID) []flow.Pegawai {
	return slices.DeleteFunc(slices.Clone(d.people), func(p flow.Pegawai) bool { return !p.AdminOPD || p.OPD != opd })
}
func (d desk) AdminSIIP() []flow.Pegawai {
	return slices.DeleteFunc(slices.Clone(d.people), func(p flow.Pegawai) bool { return !p.AdminSIIP })
}

// TestNobodyWaitsForSomebodyWhoCannotAct: role and an account that can be reached. Otherwise it waits with the Admin
// SIIP-ASN.
func TestNobodyWaitsForSomebodyWhoCannotAct(t *testing.T) {
	admin := flow.Pegawai{ID: 2, OPD: 1, AdminOPD: true}
	center := flow.Pegawai{ID: 4, OPD: 3, AdminSIIP: true}
	bound := func(hilang bool) map[flow.PegawaiID]flow.Account {
		return map[flow.PegawaiID]flow.Account{2: {ID: 20, Pegawai: 2, Unreachable: hilang}, 4: {ID: 40, Pegawai: 4}}
	}
	u := flow.Usulan{ID: 1, Pegawai: 1, OPD: 1, Status: flow.Masuk}
	own := flow.Usulan{ID: 2, Pegawai: 2, OPD: 1, Status: flow.Masuk}
	forwarded := flow.Usulan{ID: 3, Pegawai: 4, OPD: 1, Status: flow.Diteruskan}
	for name, c := range map[string]struct {
		desk
		u         flow.Usulan
		peran     flow.Peran
		orang     []flow.PegawaiID
		pengganti bool
	}{
		"the Admin OPD":                     {desk{flow.Aturan{}, []flow.Pegawai{admin, center}, bound(false)}, u, flow.AdminOPD, []flow.PegawaiID{2}, false},
		"he has blocked the bot":            {desk{flow.Aturan{}, []flow.Pegawai{admin, center}, bound(true)}, u, flow.AdminSIIP, []flow.PegawaiID{4}, true},
		"he has never come":                 {desk{flow.Aturan{}, []flow.Pegawai{admin, center}, map[flow.PegawaiID]flow.Account{4: {ID: 40}}}, u, flow.AdminSIIP, []flow.PegawaiID{4}, true},
		"there is none":                     {desk{flow.Aturan{}, []flow.Pegawai{center}, bound(false)}, u, flow.AdminSIIP, []flow.PegawaiID{4}, true},
		"he has left":                       {desk{flow.Aturan{}, []flow.Pegawai{{ID: 2, OPD: 1, AdminOPD: true, Nonaktif: flow.Nonaktif{Sebab: flow.Pensiun}}, center}, bound(false)}, u, flow.AdminSIIP, []flow.PegawaiID{4}, true},
		"his own":                           {desk{flow.Aturan{}, []flow.Pegawai{admin, center}, bound(false)}, own, flow.AdminSIIP, []flow.PegawaiID{4}, true},
		"his own where that is the rule":    {desk{flow.Aturan{VerifikasiSendiri: true}, []flow.Pegawai{admin, center}, bound(false)}, own, flow.AdminOPD, []flow.PegawaiID{2}, false},
		"nobody at all":                     {desk{flow.Aturan{}, nil, nil}, u, flow.AdminSIIP, nil, true},
		"forwarded, of the only one":        {desk{flow.Aturan{}, []flow.Pegawai{admin, center}, bound(false)}, forwarded, flow.AdminSIIP, nil, false},
		"to be revised waits for its owner": {desk{flow.Aturan{}, []flow.Pegawai{admin}, bound(false)}, flow.Usulan{Pegawai: 1, OPD: 1, Status: flow.Direvisi}, flow.Pemilik, nil, false},
		"decided":                           {desk{flow.Aturan{}, []flow.Pegawai{admin}, bound(false)}, flow.Usulan{Pegawai: 1, OPD: 1, Status: flow.Disetujui}, flow.Tanpa, nil, false},
	} {
		g := WaitsFor(c.desk, c.u)
		var orang []flow.PegawaiID
		for _, p := range g.Orang {
			orang = append(orang, p.ID)
		}
		if g.Peran != c.peran || g.Pengganti != c.pengganti || !slices.Equal(orang, c.orang) {
			t.Errorf("%s: %v %v %v", name, g.Peran, orang, g.Pengganti)
		}
		if c.u.Status == flow.Masuk && Deputised(c.desk)(Waiting{Pegawai: c.u.Pegawai, OPD: c.u.OPD}) != g.Pengganti {
			t.Errorf("%s: the queue says otherwise", name)
		}
	}
}
