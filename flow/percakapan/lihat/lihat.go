// Package lihat shows an usulan: its card anew, and its history.
package lihat

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/kartu"
)

// Conversation is the ways to look at an usulan. It has no place: what it shows stands where the card stands.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name: "lihat",
		Doors: []engine.Door{
			{Word: "buka", Open: open},
			{Word: "kartu", Open: restore},
			{Word: "riwayat", Open: history},
			{Word: kartu.AksiWord(flow.History), Open: func(t *engine.Turn, o engine.Opening) {
				history(t, engine.Opening{Button: ui.Button{ID: o.ID}})
			}},
			{Word: "mengapa", Open: restore}, // of cards of older versions: the card itself says it now
		},
		Returned: catchUp,
	}
}

// open shows the card of an usulan, asked for from somewhere else, at the end of the chat.
func open(t *engine.Turn, o engine.Opening) {
	if u, _, ok := kartu.Judge(t, flow.History, ui.Button{ID: o.ID}); ok {
		t.Forget(u.ID)
		kartu.Show(t, t.Me(), u, dialog.Anew, dialog.Reply)
	}
}

// restore puts the card back where a question about it, or its history, stands.
func restore(t *engine.Turn, o engine.Opening) {
	if u, _, ok := kartu.Judge(t, flow.History, ui.Button{ID: o.ID}); ok {
		t.Forget(u.ID)
		kartu.Restore(t, u)
	}
}

// cardsBack is how many cards are brought up to date for somebody who is back; the older ones answer a tap with the
// present state.
const cardsBack = 30

// catchUp shows somebody who could not be reached for a while what changed meanwhile. His own usulan comes anew, for the
// news of it never came.
func catchUp(t *engine.Turn) {
	own, proposed := kartu.Running(t, t.Who.ID)
	if proposed {
		kartu.Show(t, t.Me(), own, dialog.Anew, dialog.Reply)
	}
	cards := t.Cards(t.Me())
	slices.Reverse(cards)
	for _, id := range cards[:min(len(cards), cardsBack)] {
		if !proposed || id != own.ID {
			kartu.Update(t, id, dialog.Quietly)
		}
	}
}
