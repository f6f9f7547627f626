package percakapan

import "siip-asn/flow"

// atGroup marks a group that was told once where the bot is to be found; it is told nothing more.
const atGroup flow.Place = "group"

func (t *turn) group() {
	if t.tapped() || t.s.Place == atGroup {
		return
	}
	t.s.Place = atGroup
	screen := flow.Screen{Text: flow.Spans{}.Plain("SIIP-ASN hanya melayani percakapan pribadi. Silakan buka percakapan dengan bot ini secara langsung.")}
	if link := t.Aturan().Link(""); link != "" {
		screen.Rows = rows(row(flow.Choice{Label: "Buka percakapan pribadi", Link: link}))
	}
	t.do(flow.Show{To: t.e.Group, Screen: screen})
}
