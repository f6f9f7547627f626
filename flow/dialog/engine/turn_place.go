package engine

import (
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
)

// Where the person is, and the ways from there.

// Place is where the person is.
func (t *Turn) Place() dialog.PlaceName { return t.s.Place }

// Versi is what the buttons of the screen that is being drawn carry.
func (t *Turn) Versi() uint64 { return t.s.Versi }

// Slot is where the screen of the place stands.
func (t *Turn) Slot() ui.Slot {
	if t.s.Slot == "" {
		return ui.Dialog
	}
	return t.s.Slot
}

// Go enters a place of the dialog and shows it.
func (t *Turn) Go(p dialog.PlaceName) { t.GoIn(p, ui.Dialog) }

// GoIn enters a place whose screen stands in that slot.
func (t *Turn) GoIn(p dialog.PlaceName, slot ui.Slot) {
	next := t.all.place(p)
	leave(t, next, Going{To: p, Slot: slot, Aside: next.Aside})
	t.s.Place, t.s.Slot, t.s.Since = p, slot, t.Event.At
	t.ShowPlace()
}

// leave calls the Leave hook of every conversation but that of the next place, so that each puts away what it had open; of all of
// them when what was open is lost.
func leave(t *Turn, next Place, where Going) {
	for _, c := range t.all.Conversations {
		if c.Leave != nil && (c.Name != next.owner || where.Lost) {
			c.Leave(t, where)
		}
	}
}

// home puts the person at the menu, without showing it.
func home(t *Turn) { t.s.Place, t.s.Slot = "", "" }

// Move says where the person is from now on, without showing it: the next ShowPlace does.
func (t *Turn) Move(p dialog.PlaceName) {
	t.s.Place, t.s.Slot = p, ""
}

// ShowPlace draws the place where the person is under a new version: the buttons of every earlier screen of a place are stale from
// now on, so that a second tap on one does nothing twice.
func (t *Turn) ShowPlace() {
	t.s.Versi++
	repeat(t)
}

// repeat draws the place under the version that it has, so that the buttons of its last screen still count.
func repeat(t *Turn) {
	if only := t.all.place(t.s.Place).Only; only != nil && !only.Has(t.Who) {
		home(t)
	}
	here := t.all.place(t.s.Place)
	screen := here.Screen(t)
	if t.Note != "" {
		screen.Text = append(ui.Spans{}.Plain(t.Note, "\n"), screen.Text...)
	}
	t.Do(dialog.Show{To: t.Me(), Slot: t.Slot(), Screen: screen, Manner: t.Manner, Right: right(t, here)})
}

// right is who may have the screen of a place when it is delivered, which may be later than this step: whoever may stay at the
// place then. For a place that is for everybody it is left unsaid, and the store derives it: the same pegawai in the same roles.
func right(t *Turn, here Place) dialog.Right {
	switch {
	case !t.Bound():
		return dialog.Right{Who: dialog.Anybody}
	case here.Only == nil:
		return dialog.Right{}
	default:
		return here.Only.Right(t.Who)
	}
}

// Refresh changes the screen of the place quietly, if that is where the person is and he may still be there.
func (t *Turn) Refresh(p dialog.PlaceName) {
	here := t.all.place(p)
	if t.s.Place != p || here.Only != nil && !here.Only.Has(t.Who) {
		return
	}
	t.s.Versi++
	t.Do(dialog.Show{To: t.Me(), Slot: t.Slot(), Screen: here.Screen(t), Manner: dialog.Quietly, Right: right(t, here)})
}

// Say shows something in the dialog that asks for nothing: the person is at the menu again.
func (t *Turn) Say(screen ui.Screen) {
	leave(t, Place{}, Going{Slot: ui.Dialog})
	home(t)
	t.s.Since = t.Event.At
	t.Do(dialog.Show{To: t.Me(), Slot: ui.Dialog, Screen: screen})
}

// Again shows where the person is once more, with a note above it. A note that is there already stays: it says why he is not
// where he was.
func (t *Turn) Again(note string) {
	if t.Note == "" {
		t.Note = "⚠️ " + note
	}
	if outside(t) {
		t.s.Place, t.s.Slot = t.all.gate.Home, ""
	}
	t.ShowPlace()
}

// outside tells whether the person is not bound and at no place that is his while he is not.
func outside(t *Turn) bool {
	return !t.Bound() && (t.s.Place == t.all.gate.Home || !t.all.place(t.s.Place).Stranger)
}

// Stale answers a button of an earlier screen, or the second tap on the same one: it says so, and shows the present state.
func (t *Turn) Stale() {
	if outside(t) {
		t.Answer("Akun Telegram ini belum terhubung dengan data pegawai.")
		t.Go(t.all.gate.Home)
		return
	}
	t.Answer("Tombol ini sudah tidak berlaku. Silakan lanjutkan dari pesan terakhir.")
	switch {
	case t.s.Place != "":
		repeat(t)
	case t.Note != "":
		t.ShowPlace()
	default:
		t.Resume()
	}
}

// Resume goes on with a draft, if there is one.
func (t *Turn) Resume() {
	for _, c := range t.all.Conversations {
		if c.Resume != nil && c.Resume(t) {
			return
		}
	}
}

// Cancel is /batal: whatever was being filled in, or asked, is dropped.
func (t *Turn) Cancel() {
	busy, back := t.all.place(t.s.Place).asks(), dialog.PlaceName("")
	for _, c := range t.all.Conversations {
		if c.Cancel == nil {
			continue
		}
		was, to := c.Cancel(t)
		busy = busy || was
		if to != "" {
			back = to
		}
	}
	t.Note = "Tidak ada isian yang perlu dibatalkan."
	if busy {
		t.Note = "Dibatalkan. Tidak ada yang diubah."
	}
	t.Answer("Dibatalkan.")
	t.Go(back)
}

// Press does what the button with that word does where the person is; false when there is none.
func (t *Turn) Press(word string) bool {
	act := t.all.place(t.s.Place).Taps[word]
	if act != nil {
		act(t, 0)
	}
	return act != nil
}
