// Package usulan shows a person his own usulan.
package usulan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
)

// Conversation is a person's own usulan.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name:     "usulan",
		Doors:    []dialog.Door{dialog.Opens("usulan", open)},
		Commands: []dialog.BotCommand{{Name: "usulan", About: "Usulan diklat saya", Rank: 2, For: dialog.Everybody, Run: open}},
	}
}

// open shows the person his own usulan: the card when there is only that of this periode, else a list.
func open(t *dialog.Turn) {
	list := t.UsulanOf(t.Who.ID)
	_, proposed := kartu.Running(t, t.Who.ID)
	if proposed && len(list) == 1 {
		t.Open("buka", dialog.Opening{Button: dialog.Button{ID: uint64(list[0].ID)}})
		return
	}
	t.Say(screen(t, list[:min(len(list), paging.PerPage)], proposed))
}

// screen lists the usulan of every periode, and leads to a new one where that of this periode is missing.
func screen(t *dialog.Turn, list []flow.Usulan, proposed bool) dialog.Screen {
	text := dialog.Spans{}.Bold("Usulan Saya").Plain("\n\n")
	var all [][]dialog.Choice
	for i, u := range list {
		text = text.Plain(fmt.Sprintf("%d. %s\n%s · ", i+1, kartu.Title(t, u), u.TanggalUsul.List())).Bold(u.Status.String()).Plain("\n\n")
		all = append(all, buttons.Row(buttons.Door(fmt.Sprintf("%d. %s", i+1, kartu.Title(t, u)), "buka", uint64(u.ID))))
	}
	if proposed {
		return dialog.Screen{Text: text.Plain("Silakan pilih:"), Rows: append(all, buttons.ToMenu())}
	}
	return dialog.Screen{
		Text: text.Plain(kartu.OwnLine(t), "\nSilakan tekan Tambah untuk mengusulkan."),
		Rows: append(all, buttons.Row(buttons.Door("➕ Tambah", "tambah", 0)), buttons.ToMenu()),
	}
}
