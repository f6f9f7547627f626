package percakapan

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// tellAdminsOfBorongan tells the other admins concerned in one message each, instead of one for each usulan. Who has a
// card sees that change by itself.
func (t *turn) tellAdminsOfBorongan() {
	b := t.s.Borongan
	perOPD := map[flow.OPDID]int{}
	total := 0
	for _, butir := range b.Butir {
		if u, _ := t.Usulan(butir.Usulan); butir.Hasil == flow.Boleh {
			perOPD[u.OPD]++
			total++
		}
	}
	if total == 0 {
		return
	}
	k := kabarOf(b.Aksi, t.boronganRole())
	told := map[flow.PegawaiID]bool{t.saya.ID: true}
	for _, opd := range slices.Sorted(maps.Keys(perOPD)) {
		t.tellOfBorongan(t.AdminOPD(opd), told, k.opd, perOPD[opd])
	}
	t.tellOfBorongan(t.AdminSIIP(), told, k.pusat, total)
}

// boronganRole is the role in which the person has done it, for the table of who is told.
func (t *turn) boronganRole() flow.Peran {
	if t.saya.AdminSIIP {
		return flow.AdminSIIP
	}
	return flow.AdminOPD
}

func (t *turn) tellOfBorongan(people []flow.Pegawai, told map[flow.PegawaiID]bool, how cara, n int) {
	for _, p := range people {
		account, ok := t.AccountOf(p.ID)
		if how == diam || told[p.ID] || !ok || account.Hilang {
			continue
		}
		told[p.ID] = true
		text := dialog.Spans{}.Plain(aksiFace[t.s.Borongan.Aksi].emoji, " ", fmt.Sprintf("%s usulan ", thousands(n))).
			Bold(strings.ToLower(boronganStatus(t.s.Borongan.Aksi).Record().Selesai)).
			Plain(sentence(" oleh "+t.saya.Nama), "\n")
		if k := t.s.Borongan.Keterangan; k != "" {
			text = text.Quote(k)
		}
		t.do(dialog.Show{To: account.ID, Lane: dialog.News, Screen: dialog.Screen{
			Text: text, Rows: rows(row(door("📥 Antrian", "antrian", 0), door("📋 Daftar", "daftar", 0))),
		}})
	}
}

// boronganStatus is where an aksi leads.
func boronganStatus(a flow.Aksi) flow.Status {
	i := slices.IndexFunc(flow.Siklus, func(b flow.Baris) bool { return b.Aksi == a })
	return flow.Siklus[i].Ke
}
