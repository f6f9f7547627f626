// Package menu is the main menu: the place of everybody who is nowhere else, and where the engine leads from places that it does
// not know.
package menu

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/queue"
	"siip-asn/flow/spelling"
)

// Conversation is the main menu: where everybody is who is nowhere else.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:   "menu",
		Places: []engine.Place{{Name: dialog.Home, Screen: screen}},
		Doors:  []engine.Door{engine.Leads("menu", dialog.Home)},
		Commands: []engine.BotCommand{
			{Name: "start", About: "Menu utama", Rank: 1, For: engine.Everybody, Run: func(t *engine.Turn) { t.Go(dialog.Home) }},
			{Name: "batal", About: "Batalkan isian", Rank: 9, For: engine.Everybody, Run: (*engine.Turn).Cancel},
		},
	}
}

// screen greets the person by name and role, says what is open, and leads everywhere he may go.
func screen(t *engine.Turn) ui.Screen {
	opd, _ := t.OPD(t.Who.OPD)
	text := ui.Spans{}.
		Plain("SIIP-ASN ", t.Aturan().Instansi, "\n\n").
		Bold(t.Who.Nama).Plain("\n", t.Who.PeranWords(), "\n", opd.Nama, "\n\n").
		Plain(kartu.OwnLine(t), "\n")
	waiting := queue.Waiting(t)
	if t.Who.Admin() {
		text = text.Plain(queue.WaitingLine(len(waiting)), "\n")
	}
	oldest, decide := first(t, waiting)
	if decide != nil {
		p, _ := t.Pegawai(oldest.Pegawai)
		text = text.Plain("Yang terlama: ").Bold(spelling.Clip(p.Nama, 40)).Plain(", ").Bold(spelling.Clip(kartu.Title(t, oldest), 60)).Plain("\n")
	}
	if t.Drafting() {
		text = text.Plain("Ada isian yang belum disimpan.\n")
	}
	return ui.Screen{Text: text.Plain("\nSilakan pilih:"), Rows: buttons.Join(buttons.Rows(decide), ways(t, len(waiting)))}
}

// first is the usulan that has waited longest for an admin, and the button that brings it on its way: the queue begins on
// his first screen.
func first(t *engine.Turn, waiting []giliran.Waiting) (flow.Usulan, []ui.Choice) {
	if !t.Who.Admin() || len(waiting) == 0 {
		return flow.Usulan{}, nil
	}
	u, _ := t.Usulan(waiting[0].Usulan)
	return u, kartu.OnItsWay(t, u)
}

func ways(t *engine.Turn, waiting int) [][]ui.Choice {
	var all [][]ui.Choice
	if t.Drafting() {
		all = append(all, buttons.Row(buttons.Door("Lanjutkan Isian", "lanjut", 0)))
	}
	if t.Who.Admin() {
		all = append(all, buttons.DeskRow(waiting))
	}
	if t.Who.AdminSIIP {
		all = append(all, buttons.OfficeRows()...)
	}
	return append(all,
		buttons.OwnRow(),
		buttons.Row(buttons.Door("Bantuan", "bantuan", 0)))
}
