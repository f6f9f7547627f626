package engine

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/dialog/view"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
)

// Turn is one step while it runs: the event, who caused it, where he is, and the effects so far. Every function of a
// conversation is given it. Its look-ups (those of dialog.Reader) answer as if the effects so far had happened.
type Turn struct {
	dialog.Reader // the view below
	Event         dialog.Event
	Who           flow.Pegawai  // who has done it; the zero Pegawai for somebody not bound
	Self          flow.Account  // his account
	Note          string        // stands above the next screen of a place
	Manner        dialog.Manner // how that screen comes

	view    *view.View
	s       dialog.Session
	states  map[string]*held
	effects *[]dialog.Effect // of the whole step; the turns of others (As) add to the same
	all     *Registry
	said    string // what Answer would have said, where nothing was tapped
}

func (g *Registry) turn(v *view.View, s dialog.Session, e dialog.Event, effects *[]dialog.Effect) *Turn {
	return &Turn{Reader: v, view: v, Event: e, s: s, states: map[string]*held{}, effects: effects, all: g}
}

// own is the session of the person as it would be stored now, for the view: so who looks him up sees what this step has done so
// far. An error is left to the end of the step, which meets it again.
func own(t *Turn) (flow.AccountID, dialog.Session) {
	s, _ := end(t)
	return t.Event.Chat(), s
}

// end writes the states that were touched back into the session.
func end(t *Turn) (dialog.Session, error) {
	s := t.s
	for key, h := range t.states {
		if !h.touched {
			continue
		}
		raw, err := encode(h.value)
		if err != nil {
			return s, fmt.Errorf("state %s: %w", key, err)
		}
		if raw == nil && h.old != "" && s.StateOf(h.old) != nil {
			raw = json.RawMessage("{}") // what stands under the old key is not read again
		}
		if raw == nil && s.StateOf(key) == nil || raw != nil && string(raw) == string(s.StateOf(key)) {
			continue
		}
		s = s.WithState(key, raw)
	}
	return s, nil
}

// Do adds effects. News outside of the office hours makes no sound; what a person does himself is answered at any time.
func (t *Turn) Do(effects ...dialog.Effect) {
	for _, effect := range effects {
		effect = t.hushed(effect)
		t.view.Add(effect)
		*t.effects = append(*t.effects, effect)
	}
}

func (t *Turn) hushed(effect dialog.Effect) dialog.Effect {
	switch e := effect.(type) {
	case dialog.Show:
		e.Silent = e.Silent || e.Lane == dialog.News && !t.Aturan().Kabar.Buka(t.Now())
		return e
	case dialog.Send:
		e.Silent = e.Silent || e.Lane == dialog.News && !t.Aturan().Kabar.Buka(t.Now())
		return e
	default:
		return effect
	}
}

// Bound tells whether the account belongs to a pegawai.
func (t *Turn) Bound() bool { return t.Who.ID != 0 }

// Me is the account that did it.
func (t *Turn) Me() flow.AccountID { return t.Event.From }

// Now is the time of the event, in the zone of the office.
func (t *Turn) Now() time.Time { return t.Event.At.In(t.Aturan().Zona) }

// Today is the day of the event in the office.
func (t *Turn) Today() kalender.Tanggal { return kalender.TanggalOf(t.Now()) }

// Tapped tells whether a button was tapped.
func (t *Turn) Tapped() bool {
	_, is := t.Event.Input.(dialog.Tap)
	return is
}

// Answer is what the tapped button says, for a moment. Where a typed word has pressed it, PressLabel says it.
func (t *Turn) Answer(text string) {
	if t.Tapped() {
		t.Do(dialog.Answer{Text: text})
		return
	}
	t.said = text
}

// Refuse says why not: over the screen where something was tapped, else as a message.
func (t *Turn) Refuse(why string) {
	if t.Tapped() {
		t.Do(dialog.Answer{Text: spelling.Clip(why, ui.ToastMax), Alert: true})
		return
	}
	t.Again(why)
}

// May tells whether something is for the person, and says for whom it is when it is not.
func (t *Turn) May(a Audience, what string) bool {
	if a.Has(t.Who) {
		return true
	}
	t.Refuse(a.refusal(what))
	return false
}

// Open goes into a conversation by the name of its door.
func (t *Turn) Open(word string, o Opening) {
	if door, ok := t.all.doors[word]; ok {
		door.Open(t, o)
		return
	}
	panic(fmt.Sprintf("no door %q", word)) // a fault of the program: the event is set aside, nothing is saved
}

// Become makes the account that of another pegawai, or of nobody: the conversation begins anew.
func (t *Turn) Become(p flow.Pegawai, account flow.Account) {
	t.Who, t.Self, t.s = p, account, dialog.Session{Versi: t.s.Versi}
	t.states = map[string]*held{}
}

// Unshow takes back what this step was to show to the person.
func (t *Turn) Unshow() {
	*t.effects = slices.DeleteFunc(*t.effects, func(e dialog.Effect) bool {
		show, is := e.(dialog.Show)
		return is && show.To == t.Me()
	})
}

// As is the turn of somebody else, to draw what he sees when this step is over. Where he is does not change.
func (t *Turn) As(p flow.Pegawai, account flow.Account) *Turn {
	other := t.all.turn(t.view, t.Session(account.ID), dialog.Event{At: t.Event.At, From: account.ID}, t.effects)
	other.Self, other.Who = account, p
	return other
}

// Reveal redraws, without a ring, what somebody sees who may see more or less than before; the turn is his (As). When he may not
// stay where he is, the menu is drawn there. Only screens change: his session is written by his own steps alone, and his next
// step leads him out of what is not his any more.
func (t *Turn) Reveal() {
	t.all.each(t, func(c Conversation) func(*Turn) { return c.Handed })
	if !t.Bound() {
		if t.all.place(t.s.Place).Stranger {
			return
		}
		t.Do(dialog.Show{To: t.Me(), Slot: ui.Dialog, Manner: dialog.Quietly, Lane: dialog.News, Screen: ui.Screen{
			Text: ui.Spans{}.Plain("Akun Telegram ini tidak terhubung dengan data pegawai."),
		}})
		return
	}
	here := t.all.place(t.s.Place)
	if here.Only != nil && !here.Only.Has(t.Who) || t.lost() {
		home(t)
		here = t.all.place(dialog.Home)
	}
	t.Do(dialog.Show{To: t.Me(), Slot: t.Slot(), Screen: here.Screen(t), Manner: dialog.Quietly, Lane: dialog.News})
}

// Changed lets every conversation bring up to date what others see in it of an usulan that has changed.
func (t *Turn) Changed(u flow.Usulan) {
	for _, c := range t.all.Conversations {
		if c.Changed != nil {
			c.Changed(t, u)
		}
	}
}

// Forget ends every question about an usulan: what is typed now is no answer to it any more.
func (t *Turn) Forget(id flow.UsulanID) {
	for _, c := range t.all.Conversations {
		if c.Forget != nil && id != 0 {
			c.Forget(t, id)
		}
	}
}

// Showing is the place that shows the usulan in the dialog now, instead of its card.
func (t *Turn) Showing(id flow.UsulanID) (dialog.PlaceName, bool) {
	for _, c := range t.all.Conversations {
		if c.Showing != nil && id != 0 {
			if p, is := c.Showing(t, id); is {
				return p, true
			}
		}
	}
	return dialog.Home, false
}

// Drafting tells whether there is a draft to go on with.
func (t *Turn) Drafting() bool {
	return slices.ContainsFunc(t.all.Conversations, func(c Conversation) bool {
		if c.Draft == nil {
			return false
		}
		_, there := c.Draft(t)
		return there
	})
}

// Drafts tells whether the usulan is being edited.
func (t *Turn) Drafts(id flow.UsulanID) bool {
	return id != 0 && slices.ContainsFunc(t.all.Conversations, func(c Conversation) bool {
		if c.Draft == nil {
			return false
		}
		about, _ := c.Draft(t)
		return about == id
	})
}

// Menu is the menu of commands for p.
func (t *Turn) Menu(p flow.Pegawai) []dialog.Perintah { return t.all.Menu(p) }

// KeepMenu sets the menu of commands anew when the roles of the person have changed since it was set.
func (t *Turn) KeepMenu() {
	roles := t.Who.PeranWords()
	if !t.Bound() || t.Self.Menu == roles {
		return
	}
	t.Self.Menu = roles
	t.Do(dialog.SaveAccount{Account: t.Self}, dialog.SetCommands{To: t.Me(), Commands: t.Menu(t.Who)})
}
