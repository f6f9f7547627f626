// Package menu is the main menu.
package menu

import (
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/queue"
)

// Conversation is the main menu: where everybody is who is nowhere else.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name:   "menu",
		Places: []dialog.Place{{Name: dialog.Home, Screen: screen}},
		Doors:  []dialog.Door{dialog.Leads("menu", dialog.Home)},
		Commands: []dialog.BotCommand{
			{Name: "start", About: "Menu utama", Rank: 1, For: dialog.Everybody, Run: func(t *dialog.Turn) { t.Go(dialog.Home) }},
			{Name: "batal", About: "Batalkan isian", Rank: 9, For: dialog.Everybody, Run: (*dialog.Turn).Cancel},
		},
	}
}

// screen greets the person by name and role, says what is open, and leads everywhere he may go.
func screen(t *dialog.Turn) dialog.Screen {
	opd, _ := t.OPD(t.Who.OPD)
	text := dialog.Spans{}.
		Plain("SIIP-ASN ", t.Aturan().Instansi, "\n\n").
		Bold(t.Who.Nama).Plain("\n", t.Who.PeranWords(), "\n", opd.Nama, "\n\n").
		Plain(kartu.OwnLine(t), "\n")
	waiting := len(queue.Waiting(t))
	if t.Who.Admin() {
		text = text.Plain(queue.WaitingLine(waiting), "\n")
	}
	if t.Drafting() {
		text = text.Plain("Ada isian yang belum disimpan.\n")
	}
	return dialog.Screen{Text: text.Plain("\nSilakan pilih:"), Rows: ways(t, waiting)}
}

func ways(t *dialog.Turn, waiting int) [][]dialog.Choice {
	var all [][]dialog.Choice
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
