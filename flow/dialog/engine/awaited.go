package engine

import "siip-asn/flow/dialog"

// Awaited is what kind of text a place takes, so that a typed word can be told from an answer.
type Awaited uint8

// What a place can await.
const (
	Nothing Awaited = iota // it takes no text
	Old                    // it has waited for more than a day: what is typed now is not taken as its answer
	Prose                  // words of the person's own: a title, a reason, a name
	Search                 // a part of what is in a list
	Value                  // a number, a date, an NIP: no word can be one
)

// Searches and Values are the Awaits of a place that takes one kind only.
func Searches(*Turn) Awaited { return Search }

// Values is Searches for a Value.
func Values(*Turn) Awaited { return Value }

// awaited is what the place of the person awaits now.
func (p Place) awaited(t *Turn) Awaited {
	switch {
	case p.Typed == nil:
		return Nothing
	case t.s.Expired(t.Event.At):
		return Old
	case p.Awaits == nil:
		return Prose
	default:
		return p.Awaits(t)
	}
}

// PressLabel does what a button does that the place shows, when a typed word means its label; false when none is meant. What
// the button would have said over the screen stands above the next one.
func (t *Turn) PressLabel(means func(label string) bool) bool {
	here := t.all.place(t.s.Place)
	for _, row := range here.Screen(t).Rows {
		for _, c := range row {
			if c.Link != "" || c.Copy != "" || !means(c.Label) {
				continue
			}
			shown := shownTo(t)
			t.all.tap(t, dialog.Tap{Button: c.Button})
			if shownTo(t) == shown {
				t.Note = t.said
				t.ShowPlace()
			}
			return true
		}
	}
	return false
}

// shownTo counts the screens that this step shows to the person.
func shownTo(t *Turn) (n int) {
	for _, e := range *t.effects {
		if show, is := e.(dialog.Show); is && show.To == t.Me() {
			n++
		}
	}
	return n
}
