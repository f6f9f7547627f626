// Package grup answers in a group: once, with the way to the private chat.
package grup

import (
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
)

// atGroup marks a group that was told once where the bot is to be found; it is told nothing more.
const atGroup dialog.PlaceName = "group"

// Conversation is what a group is told: where the bot is to be found.
func Conversation() engine.Conversation { return engine.Conversation{Name: "grup", Group: once} }

// once answers the first message in a group, and no other.
func once(t *engine.Turn) {
	if t.Tapped() || t.Place() == atGroup {
		return
	}
	t.Move(atGroup)
	screen := ui.Screen{Text: ui.Spans{}.Plain("SIIP-ASN hanya melayani percakapan pribadi. Silakan buka percakapan dengan bot ini secara langsung.")}
	if link := t.Aturan().Link(""); link != "" {
		screen.Rows = buttons.Rows(buttons.Row(ui.Choice{Label: "Buka percakapan pribadi", Link: link}))
	}
	t.Do(dialog.Show{To: t.Event.Group, Screen: screen})
}
