// Package kartu is what several conversations need of an usulan: its live card, the words for it, the table of rights
// asked at a tap, and where it is spoken about. It is a library: it knows no conversation.
package kartu

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
)

// SlotOf is where the usulan is spoken about: on its card, or in the queue when that shows it.
func SlotOf(t *engine.Turn, u flow.Usulan) ui.Slot {
	if _, is := t.Showing(u.ID); is {
		return ui.Dialog
	}
	return ui.SlotOf(u.ID)
}

// Restore shows the usulan as it is now where it is spoken about.
func Restore(t *engine.Turn, u flow.Usulan) {
	if p, is := t.Showing(u.ID); is {
		t.Go(p)
		return
	}
	Show(t, t.Me(), u, dialog.Here, dialog.Reply)
}

// Update brings the card of an usulan up to date in the own chat.
func Update(t *engine.Turn, id flow.UsulanID, manner dialog.Manner) {
	if u, ok := t.Usulan(id); ok {
		Show(t, t.Me(), u, manner, dialog.Reply)
	}
}

// Show shows somebody the usulan as he may see it.
func Show(t *engine.Turn, to flow.AccountID, u flow.Usulan, manner dialog.Manner, lane dialog.Lane) {
	card := Card(t, to, u)
	card.Manner, card.Lane = manner, lane
	t.Do(card)
}

// Card is the card of the usulan as somebody may see it, in its slot.
func Card(t *engine.Turn, to flow.AccountID, u flow.Usulan) dialog.Show {
	viewer := viewerOf(t, to)
	show := dialog.Show{To: to, Slot: ui.SlotOf(u.ID), Screen: Screen(t, viewer, u)}
	if len(flow.Relation(viewer, u)) == 0 {
		show.Right = dialog.Right{Who: dialog.Anybody} // it says only that there is nothing to see
	}
	return show
}

func viewerOf(t *engine.Turn, to flow.AccountID) flow.Pegawai {
	if to == t.Me() {
		return t.Who
	}
	p, _ := t.Pegawai(t.Account(to).Pegawai)
	return p
}

// ShowOthers changes the cards that others have of the usulan, without a ring.
func ShowOthers(t *engine.Turn, u flow.Usulan, but map[flow.AccountID]bool) {
	for _, to := range t.Viewers(u.ID) {
		if !but[to] && !t.Account(to).Unreachable {
			Show(t, to, u, dialog.Quietly, dialog.News)
		}
	}
}

// Screen is the card as the viewer has it.
func Screen(t *engine.Turn, viewer flow.Pegawai, u flow.Usulan) ui.Screen {
	roles := flow.Relation(viewer, u)
	switch {
	case viewer.ID == 0 || len(roles) == 0:
		return ui.Screen{Text: ui.Spans{}.Plain("Usulan ini tidak lagi dapat Anda lihat.")}
	case u.Status == flow.Dihapus:
		return ui.Screen{Text: reasonText(t, statusLine(t, ui.Spans{}.Plain("🗑 "), u).Plain("\n").Bold(Title(t, u)).Plain("\n", Heading(t, u)), u)}
	}
	return ui.Screen{Text: text(t, viewer, u), Rows: aksiRows(u, flow.Allowed(t.Aturan(), u, roles))}
}

// Heading names the usulan by its number.
func Heading(t *engine.Turn, u flow.Usulan) string { return fmt.Sprintf("Usulan Diklat No. %d", u.ID) }

// Title is the diklat of the usulan under its present name.
func Title(t *engine.Turn, u flow.Usulan) string {
	if u.Manual() {
		return u.Judul
	}
	p, _ := t.Panduan(u.Panduan)
	return p.Nama
}

// Brief says in a few lines which usulan is meant.
func Brief(t *engine.Turn, u flow.Usulan) ui.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	return ui.Spans{}.Bold(p.Nama).Plain("\n").Bold(Title(t, u)).Plain("\n", Heading(t, u), " · ").Bold(u.Status.String()).Plain("\n\n")
}

// aksiRows are the buttons of a card, two in a row.
func aksiRows(u flow.Usulan, may []flow.Aksi) [][]ui.Choice {
	var rows [][]ui.Choice
	for i, a := range may {
		c := buttons.On(u, AksiLabel(a), AksiWord(a))
		c.Tone = AksiFace[a].Tone
		if i%2 == 0 {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], c)
	}
	return rows
}

// OnItsWay is the row with the one button that brings an usulan further, from outside of its card; empty where the person
// has none.
func OnItsWay(t *engine.Turn, u flow.Usulan) []ui.Choice {
	aksi, one := map[flow.Status]flow.Aksi{flow.Masuk: flow.Teruskan, flow.Diteruskan: flow.Setujui}[u.Status]
	if _, reason := flow.Judge(t.Aturan(), u, flow.Relation(t.Who, u), aksi, 0); !one || reason != flow.Boleh {
		return nil
	}
	return buttons.Row(buttons.On(u, fmt.Sprintf("%s No. %d", AksiLabel(aksi), u.ID), AksiWord(aksi)))
}
