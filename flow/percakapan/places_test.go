package percakapan

import (
	"testing"

	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
)

// EveryPlace lists the places of all conversations.
func EveryPlace(testing.TB) []dialog.PlaceName {
	var list []dialog.PlaceName
	for _, c := range Registry().Conversations {
		for _, p := range c.Places {
			list = append(list, p.Name)
		}
	}
	return list
}

// EveryWord lists every word that a button can carry.
func EveryWord(testing.TB) []string { return Registry().Words() }

// TestNoButtonOfAPlaceIsADoor: a door is looked up first, so a place that used its word would never hear of the tap.
func TestNoButtonOfAPlaceIsADoor(t *testing.T) {
	doors := map[string]string{}
	for _, c := range Registry().Conversations {
		for _, d := range c.Doors {
			doors[d.Word] = c.Name
		}
	}
	for _, c := range Registry().Conversations {
		for _, p := range c.Places {
			for word := range p.Taps {
				if owner, is := doors[word]; is {
					t.Errorf("%q of the place %q leads out of a door of %s", word, p.Name, owner)
				}
			}
		}
	}
}

// TestEveryPlaceIsKnown: a place has a name of its own, shows something, and one of the parts of Kelola is for an Admin
// SIIP-ASN only.
func TestEveryPlaceIsKnown(t *testing.T) {
	seen := map[dialog.PlaceName]bool{}
	for _, c := range Registry().Conversations {
		for _, p := range c.Places {
			if seen[p.Name] || p.Screen == nil {
				t.Errorf("%s: place %q", c.Name, p.Name)
			}
			seen[p.Name] = true
			if c.Name == "kelola" || len(c.Name) > 7 && c.Name[:7] == "kelola/" {
				if p.Only == nil || p.Only.Name != engine.AdminSIIP.Name {
					t.Errorf("%s: place %q is not for an Admin SIIP-ASN only", c.Name, p.Name)
				}
			}
		}
	}
	if len(seen) < 40 {
		t.Errorf("only %d places", len(seen))
	}
}
