// Package menu is the main menu.
package menu

import (
	"fmt"

	"siip-asn/flow"
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
	waiting := queue.Waiting(t)
	if t.Who.Admin() {
		text = text.Plain(queue.WaitingLine(len(waiting)), "\n")
	}
	oldest, decide := first(t, waiting)
	if decide != nil {
		p, _ := t.Pegawai(oldest.Pegawai)
		text = text.Plain("Yang terlama: ").Bold(flow.Clip(p.Nama, 40)).Plain(", ").Bold(flow.Clip(kartu.Title(t, oldest), 60)).Plain("\n")
	}
	if t.Drafting() {
		text = text.Plain("Ada isian yang belum disimpan.\n")
	}
	return dialog.Screen{Text: text.Plain("\nSilakan pilih:"), Rows: buttons.Join(buttons.Rows(decide), ways(t, len(waiting)))}
}

// first is the usulan that has waited longest for an admin, and the button that brings it on its way: the queue begins on
// his first screen.
func first(t *dialog.Turn, waiting []flow.Waiting) (flow.Usulan, []dialog.Choice) {
	if !t.Who.Admin() || len(waiting) == 0 {
		return flow.Usulan{}, nil
	}
	u, _ := t.Usulan(waiting[0].Usulan)
	aksi, one := map[flow.Status]flow.Aksi{flow.Masuk: flow.Teruskan, flow.Diteruskan: flow.Setujui}[u.Status]
	if _, reason := flow.Judge(t.Aturan(), u, flow.Relation(t.Who, u), aksi, 0); !one || reason != flow.Boleh {
		return u, nil
	}
	button := buttons.On(u, fmt.Sprintf("%s No. %d", kartu.AksiLabel(aksi), u.ID), kartu.AksiWord(aksi))
	return u, buttons.Row(button)
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
