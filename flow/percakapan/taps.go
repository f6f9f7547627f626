package percakapan

import (
	"siip-asn/flow/dialog"
)

// tap does what the button was drawn for, if it still counts.
func (t *turn) tap(in dialog.Tap) {
	if open := doorOf(in.Word); open != nil && t.bound() {
		open(t, in.Button)
		return
	}
	here := placeOf(t.s.Place)
	act := here.taps[in.Word]
	switch {
	case act == nil || in.Versi != t.s.Versi:
		t.stale()
	case t.mayStay(here):
		act(t, in.ID)
	}
}

// mayStay tells whether the place is still for the person, and leads him to the menu when it is not.
func (t *turn) mayStay(here place) bool {
	if here.only == nil || here.only.has(t.saya) {
		return true
	}
	t.s.Place, t.s.Slot = atMenu, ""
	t.refuse(onlyFor("Layar ini", *here.only))
	if t.tapped() {
		t.showPlace()
	}
	return false
}

// stale answers a button of an earlier screen, or the second tap on the same one, with the present state.
func (t *turn) stale() {
	if !t.bound() && t.s.Place != atYakin {
		t.answer("Akun Telegram ini belum terhubung dengan data pegawai.")
		t.goTo(atLogin)
		return
	}
	t.answer("Tombol ini sudah tidak berlaku. Silakan lanjutkan dari layar terakhir.")
	switch {
	case t.s.Place != atMenu:
		t.repeatPlace()
	case t.note != "":
		t.showPlace()
	case t.s.Form.Begun():
		t.resume()
	}
}

// typed takes a text as the answer to the question of the place, while that is fresh.
func (t *turn) typed(body string) {
	if !t.bound() {
		t.code(body)
		return
	}
	here := placeOf(t.s.Place)
	answer := here.typed
	switch {
	case !t.mayStay(here):
	case answer == nil:
		t.again("Silakan gunakan tombol di bawah.")
	case t.s.Expired(t.e.At):
		t.s.Since = t.e.At
		t.again("Pertanyaan ini sudah lebih dari sehari, jadi teks tadi belum dipakai. Silakan periksa, lalu ketik lagi.")
	default:
		answer(t, body)
	}
}
