package flow

import (
	"slices"
	"time"
)

// Office is what the rule who can act looks up. dialog.Reader has it, so the core and the store ask the same rule.
type Office interface {
	Aturan() Aturan
	AccountOf(PegawaiID) (Account, bool)
	AdminOPD(OPDID) []Pegawai
	AdminSIIP() []Pegawai
}

// Giliran says with whom an usulan waits.
type Giliran struct {
	Peran     Peran     // in which role it is decided on; Tanpa: it waits for nobody
	Orang     []Pegawai // who can do that now; empty for Pemilik
	Pengganti bool      // the Admin SIIP-ASN in the place of the Admin OPD, of whom none can act
}

// Waiting is one usulan of a queue, as much of it as the order of the queue needs.
type Waiting struct {
	Usulan  UsulanID
	Pegawai PegawaiID
	OPD     OPDID
	Sejak   time.Time
}

// WaitsFor is the one rule who has to act on the usulan now: telling, queues, cards and the overview of the OPD ask it.
// An OPD without an Admin OPD who can act waits with the Admin SIIP-ASN.
func WaitsFor(o Office, u Usulan) Giliran {
	g := Giliran{Peran: u.Status.Record().Tunggu}
	g.Orang = CanAct(o, u, g.Peran)
	if g.Peran == AdminOPD && len(g.Orang) == 0 {
		return Giliran{Peran: AdminSIIP, Orang: CanAct(o, u, AdminSIIP), Pengganti: true}
	}
	return g
}

// CanAct lists who can decide on the usulan in that role (AdminOPD or AdminSIIP): he has the role and an account that can
// be reached, and it is not his own, unless the office lets people verify their own.
func CanAct(o Office, u Usulan, peran Peran) []Pegawai {
	switch peran {
	case AdminOPD:
		return verifiers(o, reachable(o, o.AdminOPD(u.OPD)), u.Pegawai)
	case AdminSIIP:
		return verifiers(o, reachable(o, o.AdminSIIP()), u.Pegawai)
	default:
		return nil
	}
}

// Deputised tells of many usulan that wait with their Admin OPD which of them wait with the Admin SIIP-ASN in his place,
// as WaitsFor does of one. Each OPD is looked up once.
func Deputised(o Office) func(Waiting) bool {
	admins := map[OPDID][]Pegawai{}
	return func(w Waiting) bool {
		list, known := admins[w.OPD]
		if !known {
			list = reachable(o, o.AdminOPD(w.OPD))
			admins[w.OPD] = list
		}
		return len(verifiers(o, list, w.Pegawai)) == 0
	}
}

// HasAdmin tells whether the OPD has an Admin OPD who can act at all.
func HasAdmin(o Office, opd OPDID) bool { return len(reachable(o, o.AdminOPD(opd))) > 0 }

// Reachable finds the account over which the pegawai can be told something; false when he is Nonaktif, has none, or has
// blocked the bot.
func Reachable(o Office, p Pegawai) (Account, bool) {
	account, bound := o.AccountOf(p.ID)
	return account, bound && !account.Hilang && p.Aktif()
}

func reachable(o Office, people []Pegawai) []Pegawai {
	return slices.DeleteFunc(slices.Clone(people), func(p Pegawai) bool {
		_, ok := Reachable(o, p)
		return !ok
	})
}

// verifiers are those of the people who may decide on the usulan of that pegawai.
func verifiers(o Office, people []Pegawai, owner PegawaiID) []Pegawai {
	if o.Aturan().VerifikasiSendiri {
		return people
	}
	return slices.DeleteFunc(slices.Clone(people), func(p Pegawai) bool { return p.ID == owner })
}
