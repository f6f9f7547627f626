package percakapan

import (
	"siip-asn/flow/dialog"
)

// atGroup marks a group that was told once where the bot is to be found; it is told nothing more.
const atGroup dialog.Place = "group"

func (t *turn) group() {
	if t.tapped() || t.s.Place == atGroup {
		return
	}
	t.s.Place = atGroup
	screen := dialog.Screen{Text: dialog.Spans{}.Plain("SIIP-ASN hanya melayani percakapan pribadi. Silakan buka percakapan dengan bot ini secara langsung.")}
	if link := t.Aturan().Link(""); link != "" {
		screen.Rows = rows(row(dialog.Choice{Label: "Buka percakapan pribadi", Link: link}))
	}
	t.do(dialog.Show{To: t.e.Group, Screen: screen})
}
