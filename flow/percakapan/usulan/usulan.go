// Package usulan is the smallest conversation: it shows a person his own usulan, as a card or as a list. A newcomer to the
// conversations begins here.
package usulan

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
)

// Conversation is a person's own usulan.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:     "usulan",
		Doors:    []engine.Door{engine.Opens("usulan", open)},
		Commands: []engine.BotCommand{{Name: "usulan", About: "Usulan diklat saya", Rank: 2, For: engine.Everybody, Run: open}},
	}
}

// open shows the person his own usulan: the card when there is only that of this periode, else a list.
func open(t *engine.Turn) {
	list := t.UsulanOf(t.Who.ID)
	_, proposed := kartu.Running(t, t.Who.ID)
	if proposed && len(list) == 1 {
		t.Open("buka", engine.Opening{Button: ui.Button{ID: uint64(list[0].ID)}})
		return
	}
	t.Say(screen(t, list[:min(len(list), paging.PerPage)], proposed))
}

// screen lists the usulan of every periode, and leads to a new one where that of this periode is missing.
func screen(t *engine.Turn, rows []flow.Usulan, proposed bool) ui.Screen {
	list := paging.List[flow.Usulan]{
		Rows: rows, Title: "📄 Usulan Saya", Word: "buka", Doors: true,
		Line: func(text ui.Spans, u flow.Usulan) ui.Spans {
			return text.Bold(kartu.Title(t, u)).Plain("\n", u.TanggalUsul.List(), " · ").Bold(u.Status.String())
		},
		ID: func(u flow.Usulan) uint64 { return uint64(u.ID) },
	}.Draw(t)
	if proposed {
		return ui.Screen{Text: list.Body(nil, "Silakan pilih nomornya."), Rows: buttons.Join(list.Rows, buttons.Rows(buttons.ToMenu()))}
	}
	return ui.Screen{
		Text: list.Body(nil, kartu.OwnLine(t)+"\nSilakan tekan Tambah untuk mengusulkan."),
		Rows: buttons.Join(list.Rows, buttons.Rows(buttons.Row(buttons.Door("Tambah", "tambah", 0), buttons.Menu()))),
	}
}
