// Package usulan shows a person his own usulan.
package usulan

import (
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
func screen(t *dialog.Turn, rows []flow.Usulan, proposed bool) dialog.Screen {
	list := paging.List[flow.Usulan]{
		Rows: rows, Title: "📄 Usulan Saya", Word: "buka", Doors: true,
		Line: func(text dialog.Spans, u flow.Usulan) dialog.Spans {
			return text.Bold(kartu.Title(t, u)).Plain("\n", u.TanggalUsul.List(), " · ").Bold(u.Status.String())
		},
		ID: func(u flow.Usulan) uint64 { return uint64(u.ID) },
	}.Draw(t)
	if proposed {
		return dialog.Screen{Text: list.Body(nil, "Silakan pilih nomornya."), Rows: buttons.Join(list.Rows, buttons.Rows(buttons.ToMenu()))}
	}
	return dialog.Screen{
		Text: list.Body(nil, kartu.OwnLine(t)+"\nSilakan tekan Tambah untuk mengusulkan."),
		Rows: buttons.Join(list.Rows, buttons.Rows(buttons.Row(buttons.Door("Tambah", "tambah", 0), buttons.Menu()))),
	}
}
