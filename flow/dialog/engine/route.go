package engine

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/dialog/view"
	"siip-asn/flow/spelling"
)

// Step takes what somebody did and where they were, and says where they are now and what must happen. It finds the
// conversation that the event is for; it knows none of them by name.
func (g *Registry) Step(r dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	var t *Turn
	var effects []dialog.Effect
	t = g.turn(view.New(r, e.At, func() (flow.AccountID, dialog.Session) { return own(t) }), s, e, &effects)
	switch {
	case e.Group != 0:
		g.each(t, func(c Conversation) func(*Turn) { return c.Group })
	case e.From == 0:
		g.clock(t)
	default:
		g.meet(t)
		g.route(t)
	}
	after, err := end(t)
	return after, effects, err
}

func (g *Registry) each(t *Turn, hook func(Conversation) func(*Turn)) {
	for _, c := range g.Conversations {
		if act := hook(c); act != nil {
			act(t)
		}
	}
}

// clock runs a step of the clock, which is account 0 and has a session of its own. A tick comes once a minute and carries no
// orders: each conversation looks up what is due by now and whether it was done, so a missed tick loses nothing. A Continue does
// the next part of long work.
func (g *Registry) clock(t *Turn) {
	switch in := t.Event.Input.(type) {
	case dialog.Tick:
		for _, c := range g.Conversations {
			if c.Tick != nil {
				c.Tick(t, in.Rekap)
			}
		}
	case dialog.Continue:
		g.each(t, func(c Conversation) func(*Turn) { return c.Work })
	}
}

// meet looks up who has caused the event. If he has written or tapped himself, it also clears the mark that he cannot be reached,
// brings his menu of commands up to date, and closes what is no longer his.
func (g *Registry) meet(t *Turn) {
	t.Self = t.Account(t.Event.From)
	t.Self.ID = t.Event.From
	if t.Self.Pegawai != 0 {
		t.Who, _ = t.Pegawai(t.Self.Pegawai)
	}
	switch t.Event.Input.(type) {
	case dialog.Blocked, dialog.Continue, dialog.Examined: // the person has not written
		return
	}
	if t.Self.Unreachable {
		g.welcomeBack(t)
	}
	t.KeepMenu()
	g.letGo(t)
}

// welcomeBack takes up somebody who could not be reached for a while.
func (g *Registry) welcomeBack(t *Turn) {
	t.Self.Unreachable = false
	t.Do(dialog.SaveAccount{Account: t.Self})
	if t.Bound() {
		g.each(t, func(c Conversation) func(*Turn) { return c.Returned })
	}
}

// blocked notes that the person has blocked the bot, or opened it again.
func (g *Registry) blocked(t *Turn, in dialog.Blocked) {
	switch {
	case t.Self.Unreachable == in.Yes:
	case in.Yes:
		t.Self.Unreachable = true
		t.Do(dialog.SaveAccount{Account: t.Self})
	default:
		g.welcomeBack(t)
	}
}

// letGo closes a form or a question that the person may not finish any more, because he has lost the role for it or the usulan is
// gone, and says so above the next screen.
func (g *Registry) letGo(t *Turn) {
	if t.lost() {
		leave(t, Place{}, Going{Slot: ui.Dialog, Lost: true})
		home(t)
		t.Note = "⚠️ Isian tersebut ditutup karena usulannya tidak lagi dapat Anda proses."
	}
}

// lost tells whether a conversation has something open that the person may not go on with (Conversation.Lost).
func (t *Turn) lost() bool {
	return slices.ContainsFunc(t.all.Conversations, func(c Conversation) bool { return c.Lost != nil && c.Lost(t) })
}

func (g *Registry) route(t *Turn) {
	switch in := t.Event.Input.(type) {
	case dialog.Blocked:
		g.blocked(t, in)
	case dialog.Command:
		g.command(t, in)
	case dialog.Tap:
		g.tap(t, in)
	case dialog.Text:
		g.typed(t, in.Body)
	case dialog.Contact, dialog.File, dialog.Examined:
		g.take(t, in)
	case dialog.Continue:
		g.each(t, func(c Conversation) func(*Turn) { return c.Continue })
	case dialog.Edited:
		t.Again("Pesan yang diubah tidak dibaca ulang. Silakan kirim pesan baru bila perlu.")
	default:
		t.Again("Mohon maaf, bot ini hanya membaca teks. Silakan gunakan tombol di bawah.")
	}
}

// take gives what is neither text nor tap to the conversation that wants it.
func (g *Registry) take(t *Turn, in dialog.Input) {
	for _, c := range g.Conversations {
		if c.Take != nil && c.Take(t, in) {
			return
		}
	}
}

// command runs a command, for those who have it: the menu shows only these, but everybody can type it.
func (g *Registry) command(t *Turn, in dialog.Command) {
	switch {
	case !t.Bound():
		g.gate.Command(t, in)
		return
	case in.Name == "start" && in.Argument != "":
		g.start(t, in.Argument)
		return
	}
	for _, c := range g.commands {
		if c.Name == in.Name {
			if c.Open || t.May(c.For, "Perintah /"+c.Name) {
				c.Run(t)
			}
			return
		}
	}
	t.Again("Perintah /" + spelling.Clip(in.Name, 32) + " tidak dikenal. Silakan gunakan tombol di bawah.")
}

// start gives the payload of a link to the conversation that wants it; any other is taken for a code of activation.
func (g *Registry) start(t *Turn, payload string) {
	for _, c := range g.Conversations {
		if c.Start != nil && c.Start(t, payload) {
			return
		}
	}
	g.gate.Again(t)
}

// tap does what the button was drawn for, if it still counts.
func (g *Registry) tap(t *Turn, in dialog.Tap) {
	if door, is := g.doors[in.Word]; is && !door.Inner && t.Bound() {
		door.Open(t, Opening{Button: in.Button})
		return
	}
	here := g.place(t.s.Place)
	act := here.Taps[in.Word]
	switch {
	case act == nil || in.Versi != t.s.Versi:
		t.Stale()
	case g.mayStay(t, here):
		act(t, in.ID)
	}
}

// mayStay judges the right again at each tap and text, since a role may have been lost while the screen stood there. It is false
// when the place is not for the person any more; then he has been told so and is at the menu.
func (g *Registry) mayStay(t *Turn, here Place) bool {
	if here.Only == nil || here.Only.Has(t.Who) {
		return true
	}
	home(t)
	t.Refuse(here.Only.refusal("Bagian ini"))
	if t.Tapped() {
		t.ShowPlace()
	}
	return false
}

// heard tells whether a conversation takes the text for something else than the answer to the place.
func (g *Registry) heard(t *Turn, body string, here Awaited) bool {
	return slices.ContainsFunc(g.Conversations, func(c Conversation) bool { return c.Heard != nil && c.Heard(t, body, here) })
}

// typed takes a text as the answer to the question of the place, while that is fresh.
func (g *Registry) typed(t *Turn, body string) {
	if !t.Bound() {
		g.gate.Text(t, body)
		return
	}
	here := g.place(t.s.Place)
	switch {
	case !g.mayStay(t, here):
	case !t.Event.Late && g.heard(t, body, here.awaited(t)):
	case here.Typed == nil:
		t.Again("Silakan gunakan tombol di bawah.")
	case t.Event.Late:
		t.Again("Pesan Anda yang tertunda baru diterima sekarang, sehingga tidak dipakai sebagai jawaban. Silakan ketik lagi bila masih diperlukan.")
	case t.s.Expired(t.Event.At):
		t.s.Since = t.Event.At
		t.Again("Pertanyaan ini sudah lebih dari sehari, sehingga teks tersebut belum dipakai. Silakan periksa, lalu ketik lagi.")
	default:
		here.Typed(t, body)
	}
}
