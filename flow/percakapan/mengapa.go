package percakapan

import (
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// mengapa explains each aksi of the usulan that the person's roles have but that is not offered now, and what to do.
func (t *turn) mengapa(b dialog.Button) {
	u, _, ok := t.judge(flow.History, dialog.Button{ID: b.ID})
	if !ok {
		return
	}
	text := dialog.Spans{}.Bold("Mengapa tidak bisa?").Plain("\n", t.cardTitle(u), " · ", t.title(u), "\n\n")
	if list := t.closedAksi(u, flow.UsulanSendiri); len(list) > 0 {
		text = text.Plain("• ").Bold(aksiList(list)).Plain(": ", t.why(flow.UsulanSendiri, list[0], u), "\n")
	}
	if list := t.closedAksi(u, flow.StatusTutup); len(list) > 0 {
		text = text.Plain("• ").Bold(aksiList(list)).Plain(" ", t.whyShut(u), "\n")
	}
	for _, list := range t.foreignAksi(u) {
		text = text.Plain("• ").Bold(aksiList(list)).Plain(" hanya untuk ", peranOf(list[0]), ".\n")
	}
	t.do(dialog.Show{To: t.me(), Slot: t.slotOf(u), Screen: dialog.Screen{
		Text: text.Plain("\n", t.holderLine(u), "."),
		Rows: rows(row(door("⬅️ Kembali", "kartu", uint64(u.ID)))),
	}})
}

// closedAksi are the aksi that the person does not have now for this reason.
func (t *turn) closedAksi(u flow.Usulan, why flow.Reason) []flow.Aksi {
	return slices.DeleteFunc(slices.Clone(flow.Aksis), func(aksi flow.Aksi) bool {
		_, reason := flow.Judge(t.Aturan(), u, flow.Relation(t.saya, u), aksi, 0)
		return aksi == flow.Simpan || reason != why
	})
}

// aksiList names several aksi: "Edit, Revisi dan Tolak".
func aksiList(list []flow.Aksi) string {
	var b strings.Builder
	for i, a := range list {
		switch {
		case i > 0 && i == len(list)-1:
			b.WriteString(" dan ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(a.String())
	}
	return b.String()
}

// foreignAksi are the aksi that are none of the person's roles, those of the same roles together.
func (t *turn) foreignAksi(u flow.Usulan) [][]flow.Aksi {
	var groups [][]flow.Aksi
	for _, a := range t.closedAksi(u, flow.BukanPeran) {
		i := slices.IndexFunc(groups, func(g []flow.Aksi) bool { return peranOf(g[0]) == peranOf(a) })
		if i < 0 {
			groups = append(groups, []flow.Aksi{a})
			continue
		}
		groups[i] = append(groups[i], a)
	}
	return groups
}

// wonders tells whether somebody in these roles may look in vain for a button that he has at other times. Nobody looks for
// Teruskan where it was done.
func wonders(a flow.Aturan, u flow.Usulan, roles []flow.Peran) bool {
	return slices.ContainsFunc(flow.Aksis, func(aksi flow.Aksi) bool {
		_, reason := flow.Judge(a, u, roles, aksi, 0)
		done := aksi == flow.Teruskan && u.Status == flow.Diteruskan && reason == flow.StatusTutup
		return aksi != flow.Simpan && !done && (reason == flow.StatusTutup || reason == flow.UsulanSendiri)
	})
}
