package demo

import (
	"strings"

	"siip-asn/bot/simulator"
	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/store"
)

// populate makes the people of the simulator. Those who have come already have opened the chat.
func (w *World) populate(r *store.Reader) {
	for n, row := range Rows(w.people).Rows {
		p := w.sim.Person(profile(n+1, row))
		if bound(r, n+1) && len(p.Chat()) == 0 && n < People {
			p.Send("/start")
		}
	}
}

func bound(r *store.Reader, n int) bool { return r.Account(Account(n)).Pegawai != 0 }

// firstPhones picks whose chats are shown first: somebody who can propose, the admin of his OPD, and an Admin SIIP-ASN.
func firstPhones(r *store.Reader, people int) []flow.AccountID {
	for n := 1; n <= people; n++ {
		p, _ := r.Pegawai(r.Account(Account(n)).Pegawai)
		admins, siip := r.AdminOPD(p.OPD), r.AdminSIIP()
		if p.ID == 0 || p.Admin() || len(r.UsulanOf(p.ID)) > 0 || len(admins) == 0 || len(siip) == 0 {
			continue
		}
		return []flow.AccountID{Account(n), Account(int(admins[0].ID)), Account(int(siip[0].ID))}
	}
	return nil
}

// profile is a person of the sample data as a Telegram account.
func profile(n int, row imports.BarisPegawai) simulator.Profile {
	nama, _, _ := strings.Cut(row.Nama, ",")
	first, last, _ := strings.Cut(title(nama), " ")
	role := flow.Pemilik
	switch {
	case row.AdminSIIP:
		role = flow.AdminSIIP
	case row.AdminOPD:
		role = flow.AdminOPD
	}
	return simulator.Profile{
		ID: int64(Account(n)), FirstName: first, LastName: last, Language: "id", Phone: string(row.HP),
		About: row.Nama + " · " + row.Jabatan, Tags: []string{role.String(), row.OPD},
	}
}

// title writes a name as people do: Amiruddin Contohna.
func title(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}
