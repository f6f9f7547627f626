package percakapan

import "siip-asn/flow"

// tap does what the button was drawn for, if it still counts.
func (t *turn) tap(in flow.Tap) {
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
	return t.may(*here.only, "Layar ini")
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

// doorOf knows the buttons that are good from everywhere. Those that act on an usulan carry its version.
func doorOf(word string) func(*turn, flow.Button) {
	switch word {
	case "menu":
		return func(t *turn, _ flow.Button) { t.goTo(atMenu) }
	case "usulan":
		return func(t *turn, _ flow.Button) { t.ownUsulan() }
	case "tambah":
		return func(t *turn, _ flow.Button) { t.propose() }
	case "tambahkan":
		return func(t *turn, _ flow.Button) { t.openTambah() }
	case "kelola":
		return func(t *turn, _ flow.Button) { t.openKelola() }
	case "mengapa":
		return (*turn).mengapa
	case "lanjut":
		return func(t *turn, _ flow.Button) { t.resume() }
	case "antrian":
		return func(t *turn, _ flow.Button) { t.openAntrian() }
	case "daftar":
		return func(t *turn, _ flow.Button) { t.openDaftar() }
	case "hasil":
		return (*turn).hasil
	case "rekap":
		return func(t *turn, _ flow.Button) { t.rekap() }
	case "bantuan":
		return func(t *turn, _ flow.Button) { t.openBantuan() }
	case "data":
		return func(t *turn, _ flow.Button) { t.goTo(atDataSaya) }
	case "keluar":
		return func(t *turn, _ flow.Button) { t.goTo(atKeluar) }
	case "buka":
		return (*turn).buka
	case "kartu":
		return (*turn).kartu
	case "riwayat":
		return (*turn).riwayat
	default:
		return aksiDoor(word)
	}
}
