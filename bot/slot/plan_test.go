package slot

import (
	"testing"

	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
)

func TestPlan(t *testing.T) {
	fixed := ui.Screen{Keyboard: ui.Keyboard{Contact: "Kirim"}}
	for name, c := range map[string]struct {
		manner         dialog.Manner
		held           post.Held
		tapped, newest int
		screen         ui.Screen
		want           Plan
	}{
		"never shown":                      {dialog.Here, post.Held{}, 0, 9, ui.Screen{}, Append},
		"never shown, quietly":             {dialog.Quietly, post.Held{}, 0, 9, ui.Screen{}, Leave},
		"at the end":                       {dialog.Here, post.Held{Message: 9}, 0, 9, ui.Screen{}, Change},
		"scrolled away":                    {dialog.Here, post.Held{Message: 5}, 0, 9, ui.Screen{}, Append},
		"scrolled away, and tapped there":  {dialog.Here, post.Held{Message: 5}, 5, 9, ui.Screen{}, Change},
		"scrolled away, quietly":           {dialog.Quietly, post.Held{Message: 5}, 0, 9, ui.Screen{}, Change},
		"with a ring":                      {dialog.Anew, post.Held{Message: 9}, 9, 9, ui.Screen{}, Append},
		"the same":                         {dialog.Here, post.Held{Message: 9, Digest: "same"}, 0, 9, ui.Screen{}, Leave},
		"the same, with a ring":            {dialog.Anew, post.Held{Message: 9, Digest: "same"}, 0, 9, ui.Screen{}, Append},
		"a message that cannot be changed": {dialog.Quietly, post.Held{Message: 9, Fixed: true}, 0, 9, ui.Screen{}, Append},
		"a keyboard":                       {dialog.Here, post.Held{Message: 9}, 0, 9, fixed, Append},
	} {
		d := post.Draft{Outgoing: post.Outgoing{Tapped: c.tapped, Show: &dialog.Show{Manner: c.manner, Screen: c.screen}}, Held: c.held, Newest: c.newest}
		if got := PlanOf(d, "same"); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
