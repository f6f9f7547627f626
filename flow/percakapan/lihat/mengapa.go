package lihat

import (
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
)

// explain says of each aksi of the usulan that the person's roles have but that is not offered now why it is not, and what to do.
func explain(t *dialog.Turn, o dialog.Opening) {
	u, _, ok := kartu.Judge(t, flow.History, dialog.Button{ID: o.ID})
	if !ok {
		return
	}
	text := dialog.Spans{}.Bold("Mengapa tidak bisa?").Plain("\n", kartu.Heading(t, u), " · ", kartu.Title(t, u), "\n\n")
	if list := closedAksi(t, u, flow.UsulanSendiri); len(list) > 0 {
		text = text.Plain("• ").Bold(aksiList(list)).Plain(": ", kartu.Why(t, flow.UsulanSendiri, list[0], u), "\n")
	}
	if list := closedAksi(t, u, flow.StatusTutup); len(list) > 0 {
		text = text.Plain("• ").Bold(aksiList(list)).Plain(" ", kartu.WhyShut(t, u), "\n")
	}
	for _, list := range foreignAksi(t, u) {
		text = text.Plain("• ").Bold(aksiList(list)).Plain(" hanya untuk ", kartu.PeranOf(list[0]), ".\n")
	}
	t.Do(dialog.Show{To: t.Me(), Slot: kartu.SlotOf(t, u), Screen: dialog.Screen{
		Text: text.Plain("\n", kartu.HolderLine(t, u), "."),
		Rows: buttons.Rows(buttons.Row(buttons.Door("⬅️ Kembali", "kartu", uint64(u.ID)))),
	}})
}

// closedAksi are the aksi that the person does not have now for this reason.
func closedAksi(t *dialog.Turn, u flow.Usulan, why flow.Reason) []flow.Aksi {
	return slices.DeleteFunc(slices.Clone(flow.Aksis), func(aksi flow.Aksi) bool {
		_, reason := flow.Judge(t.Aturan(), u, flow.Relation(t.Who, u), aksi, 0)
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
func foreignAksi(t *dialog.Turn, u flow.Usulan) [][]flow.Aksi {
	var groups [][]flow.Aksi
	for _, a := range closedAksi(t, u, flow.BukanPeran) {
		i := slices.IndexFunc(groups, func(g []flow.Aksi) bool { return kartu.PeranOf(g[0]) == kartu.PeranOf(a) })
		if i < 0 {
			groups = append(groups, []flow.Aksi{a})
			continue
		}
		groups[i] = append(groups[i], a)
	}
	return groups
}
