// Package giliran says whose turn it is: who can act on an usulan now (WaitsFor), in which order a queue stands (InQueue),
// and what changes for whom when people come, leave or change roles (Peralihan).
//
// It imports flow only. What it has to look up is Office; dialog.Reader has it. A newcomer reads WaitsFor.
package giliran

import (
	"slices"
	"time"

	"siip-asn/flow"
)

// Office is what the rule who can act looks up. dialog.Reader has it, so the core and the store ask the same rule.
type Office interface {
	Aturan() flow.Aturan
	AccountOf(flow.PegawaiID) (flow.Account, bool)
	AdminOPD(flow.OPDID) []flow.Pegawai
	AdminSIIP() []flow.Pegawai
}

// Giliran says with whom an usulan waits.
type Giliran struct {
	Peran     flow.Peran     // in which role it is decided on; Tanpa: it waits for nobody
	Orang     []flow.Pegawai // who can do that now; empty for Pemilik
	Pengganti bool           // the Admin SIIP-ASN in the place of the Admin OPD, of whom none can act
}

// Waiting is one usulan of a queue, as much of it as the order of the queue needs.
type Waiting struct {
	Usulan  flow.UsulanID
	Pegawai flow.PegawaiID
	OPD     flow.OPDID
	Sejak   time.Time
}

// WaitsFor is the one rule who has to act on the usulan now: telling, queues, cards and the overview of the OPD ask it.
// An OPD without an Admin OPD who can act waits with the Admin SIIP-ASN.
func WaitsFor(o Office, u flow.Usulan) Giliran {
	g := Giliran{Peran: u.Status.Record().Tunggu}
	g.Orang = CanAct(o, u, g.Peran)
	if g.Peran == flow.AdminOPD && len(g.Orang) == 0 {
		return Giliran{Peran: flow.AdminSIIP, Orang: CanAct(o, u, flow.AdminSIIP), Pengganti: true}
	}
	return g
}

// CanAct lists who can decide on the usulan in that role (AdminOPD or AdminSIIP): he has the role and an account that can
// be reached, and it is not his own, unless the office lets people verify their own.
func CanAct(o Office, u flow.Usulan, peran flow.Peran) []flow.Pegawai {
	switch peran {
	case flow.AdminOPD:
		return verifiers(o, reachable(o, o.AdminOPD(u.OPD)), u.Pegawai)
	case flow.AdminSIIP:
		return verifiers(o, reachable(o, o.AdminSIIP()), u.Pegawai)
	default:
		return nil
	}
}

// Deputised tells of many usulan that wait with their Admin OPD which of them wait with the Admin SIIP-ASN in his place,
// as WaitsFor does of one. Each OPD is looked up once.
func Deputised(o Office) func(Waiting) bool {
	admins := map[flow.OPDID][]flow.Pegawai{}
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
func HasAdmin(o Office, opd flow.OPDID) bool { return len(reachable(o, o.AdminOPD(opd))) > 0 }

// Reachable finds the account over which the pegawai can be told something; false when he is Nonaktif, has none, or has
// blocked the bot.
func Reachable(o Office, p flow.Pegawai) (flow.Account, bool) {
	account, bound := o.AccountOf(p.ID)
	return account, bound && !account.Unreachable && p.Aktif()
}

func reachable(o Office, people []flow.Pegawai) []flow.Pegawai {
	return slices.DeleteFunc(slices.Clone(people), func(p flow.Pegawai) bool {
		_, ok := Reachable(o, p)
		return !ok
	})
}

// verifiers are those of the people who may decide on the usulan of that pegawai.
func verifiers(o Office, people []flow.Pegawai, owner flow.PegawaiID) []flow.Pegawai {
	if o.Aturan().VerifikasiSendiri {
		return people
	}
	return slices.DeleteFunc(slices.Clone(people), func(p flow.Pegawai) bool { return p.ID == owner })
}
