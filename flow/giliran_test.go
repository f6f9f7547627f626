package flow

import (
	"slices"
	"testing"
)

// desk is an office in memory: who is there, and who has which account.
type desk struct {
	aturan  Aturan
	people  []Pegawai
	account map[PegawaiID]Account
}

func (d desk) Aturan() Aturan { return d.aturan }
func (d desk) AccountOf(p PegawaiID) (Account, bool) {
	a, ok := d.account[p]
	return a, ok
}
func (d desk) AdminOPD(opd OPDID) []Pegawai {
	return slices.DeleteFunc(slices.Clone(d.people), func(p Pegawai) bool { return !p.AdminOPD || p.OPD != opd })
}
func (d desk) AdminSIIP() []Pegawai {
	return slices.DeleteFunc(slices.Clone(d.people), func(p Pegawai) bool { return !p.AdminSIIP })
}

// TestNobodyWaitsForSomebodyWhoCannotAct: role and an account that can be reached. Otherwise it waits with the Admin
// SIIP-ASN.
func TestNobodyWaitsForSomebodyWhoCannotAct(t *testing.T) {
	admin := Pegawai{ID: 2, OPD: 1, AdminOPD: true}
	center := Pegawai{ID: 4, OPD: 3, AdminSIIP: true}
	bound := func(hilang bool) map[PegawaiID]Account {
		return map[PegawaiID]Account{2: {ID: 20, Pegawai: 2, Hilang: hilang}, 4: {ID: 40, Pegawai: 4}}
	}
	u := Usulan{ID: 1, Pegawai: 1, OPD: 1, Status: Masuk}
	own := Usulan{ID: 2, Pegawai: 2, OPD: 1, Status: Masuk}
	forwarded := Usulan{ID: 3, Pegawai: 4, OPD: 1, Status: Diteruskan}
	for name, c := range map[string]struct {
		desk
		u         Usulan
		peran     Peran
		orang     []PegawaiID
		pengganti bool
	}{
		"the Admin OPD":                     {desk{Aturan{}, []Pegawai{admin, center}, bound(false)}, u, AdminOPD, []PegawaiID{2}, false},
		"he has blocked the bot":            {desk{Aturan{}, []Pegawai{admin, center}, bound(true)}, u, AdminSIIP, []PegawaiID{4}, true},
		"he has never come":                 {desk{Aturan{}, []Pegawai{admin, center}, map[PegawaiID]Account{4: {ID: 40}}}, u, AdminSIIP, []PegawaiID{4}, true},
		"there is none":                     {desk{Aturan{}, []Pegawai{center}, bound(false)}, u, AdminSIIP, []PegawaiID{4}, true},
		"he has left":                       {desk{Aturan{}, []Pegawai{{ID: 2, OPD: 1, AdminOPD: true, Nonaktif: Nonaktif{Sebab: Pensiun}}, center}, bound(false)}, u, AdminSIIP, []PegawaiID{4}, true},
		"his own":                           {desk{Aturan{}, []Pegawai{admin, center}, bound(false)}, own, AdminSIIP, []PegawaiID{4}, true},
		"his own where that is the rule":    {desk{Aturan{VerifikasiSendiri: true}, []Pegawai{admin, center}, bound(false)}, own, AdminOPD, []PegawaiID{2}, false},
		"nobody at all":                     {desk{Aturan{}, nil, nil}, u, AdminSIIP, nil, true},
		"forwarded, of the only one":        {desk{Aturan{}, []Pegawai{admin, center}, bound(false)}, forwarded, AdminSIIP, nil, false},
		"to be revised waits for its owner": {desk{Aturan{}, []Pegawai{admin}, bound(false)}, Usulan{Pegawai: 1, OPD: 1, Status: Direvisi}, Pemilik, nil, false},
		"decided":                           {desk{Aturan{}, []Pegawai{admin}, bound(false)}, Usulan{Pegawai: 1, OPD: 1, Status: Disetujui}, Tanpa, nil, false},
	} {
		g := WaitsFor(c.desk, c.u)
		var orang []PegawaiID
		for _, p := range g.Orang {
			orang = append(orang, p.ID)
		}
		if g.Peran != c.peran || g.Pengganti != c.pengganti || !slices.Equal(orang, c.orang) {
			t.Errorf("%s: %v %v %v", name, g.Peran, orang, g.Pengganti)
		}
		if c.u.Status == Masuk && Deputised(c.desk)(Waiting{Pegawai: c.u.Pegawai, OPD: c.u.OPD}) != g.Pengganti {
			t.Errorf("%s: the queue says otherwise", name)
		}
	}
}
