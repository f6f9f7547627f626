package borongan

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kabar"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/wording"
)

// tellAdmins tells the other admins concerned in one message each, instead of one for each usulan. Who has a
// card sees that change by itself.
func tellAdmins(t *engine.Turn) {
	b := state.Get(t)
	perOPD := map[flow.OPDID]int{}
	total := 0
	for _, butir := range b.Butir {
		if u, _ := t.Usulan(butir.Usulan); butir.Result == flow.Boleh {
			perOPD[u.OPD]++
			total++
		}
	}
	if total == 0 {
		return
	}
	kabar.RefreshQueue(t, t.Who)
	k := kabar.Of(b.Aksi, role(t))
	told := map[flow.PegawaiID]bool{t.Who.ID: true}
	for _, opd := range slices.Sorted(maps.Keys(perOPD)) {
		tellEach(t, t.AdminOPD(opd), told, k.OPD, perOPD[opd])
	}
	tellEach(t, t.AdminSIIP(), told, k.AdminSIIP, total)
}

// refreshQueues brings the queue messages of the other admins up to date with a part of the work, without a ring: between
// two parts they would offer what is decided.
func refreshQueues(t *engine.Turn, done []item) {
	seen := map[flow.PegawaiID]bool{t.Who.ID: true}
	refresh := func(people []flow.Pegawai) {
		for _, p := range people {
			if !seen[p.ID] {
				seen[p.ID] = true
				kabar.RefreshQueue(t, p)
			}
		}
	}
	opds := map[flow.OPDID]bool{}
	for _, it := range done {
		u, _ := t.Usulan(it.Usulan)
		opds[u.OPD] = opds[u.OPD] || it.Result == flow.Boleh
	}
	maps.DeleteFunc(opds, func(_ flow.OPDID, changed bool) bool { return !changed })
	for _, opd := range slices.Sorted(maps.Keys(opds)) {
		refresh(t.AdminOPD(opd))
	}
	if len(opds) > 0 {
		refresh(t.AdminSIIP())
	}
}

// role is the role in which the person has done it, for the table of who is told.
func role(t *engine.Turn) flow.Peran {
	if t.Who.AdminSIIP {
		return flow.AdminSIIP
	}
	return flow.AdminOPD
}

func tellEach(t *engine.Turn, people []flow.Pegawai, told map[flow.PegawaiID]bool, how kabar.How, n int) {
	for _, p := range people {
		account, ok := giliran.Reachable(t, p)
		if told[p.ID] || !ok {
			continue
		}
		if how != kabar.Message {
			told[p.ID] = how == kabar.Card
			waits(t, p, account, how)
			continue
		}
		told[p.ID] = true
		kabar.RefreshQueue(t, p) // what was decided waits for him no longer
		text := ui.Spans{}.Plain(kartu.AksiFace[state.Get(t).Aksi].Emoji, " ", fmt.Sprintf("Sebanyak %s usulan ", hitung.Number(n))).
			Plain(strings.ToLower(leadsTo(state.Get(t).Aksi).Record().Selesai)).
			Plain(wording.Sentence(" oleh "+t.Who.Nama), "\n")
		if k := state.Get(t).Keterangan; k != "" {
			text = text.Quote(k)
		}
		t.Do(dialog.Show{To: account.ID, Lane: dialog.News, Silent: true, Screen: ui.Screen{
			Text: text, Rows: buttons.Rows(buttons.Row(buttons.Door("📥 Antrean", "antrian", 0), buttons.Door("Daftar", "daftar", 0))),
		}})
	}
}

// waits brings the queue message of an admin up to date, with a ring where the work has brought him something.
func waits(t *engine.Turn, p flow.Pegawai, account flow.Account, how kabar.How) {
	if how == kabar.Card {
		kabar.Queue(t, p, account)
		return
	}
	kabar.RefreshQueue(t, p)
}

// leadsTo is where an aksi leads.
func leadsTo(a flow.Aksi) flow.Status {
	i := slices.IndexFunc(flow.Siklus, func(b flow.Baris) bool { return b.Aksi == a })
	return flow.Siklus[i].Ke
}
