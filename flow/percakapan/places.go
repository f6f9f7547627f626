package percakapan

import (
	"siip-asn/flow/dialog"
)

// place is a step of a conversation: what it shows and what it understands.
type place struct {
	screen func(*turn) dialog.Screen
	typed  func(*turn, string)            // nil: nothing is to be typed here
	taps   map[string]func(*turn, uint64) // by the word of the button, with the id on it
	only   *audience                      // for whom it is; nil: everybody. Who is no admin any more is led out
}

// asks tells whether the place is a question: then it can be called off.
func (p place) asks() bool { return p.taps["batal"] != nil }

// to is a button that leads to a place.
func to(p dialog.Place) func(*turn, uint64) { return func(t *turn, _ uint64) { t.goTo(p) } }

// does is a button that does one thing, whatever it was drawn for.
func does(act func(*turn)) func(*turn, uint64) { return func(t *turn, _ uint64) { act(t) } }

// The places. The zero place is the menu.
const (
	atMenu              dialog.Place = ""
	atLogin             dialog.Place = "login"
	atYakin             dialog.Place = "login/yakin"
	atKeluar            dialog.Place = "keluar"
	atCara              dialog.Place = "form/cara"
	atPanduan           dialog.Place = "form/panduan"
	atManual            dialog.Place = "form/manual"
	atMungkin           dialog.Place = "form/mungkin"
	atRekomendasi       dialog.Place = "form/rekomendasi"
	atRingkasan         dialog.Place = "form/ringkasan"
	atKeterangan        dialog.Place = "keterangan"
	atAlasan            dialog.Place = "keterangan/yakin"
	atAntrian           dialog.Place = "antrian"
	atAntrianDaftar     dialog.Place = "antrian/daftar"
	atDaftar            dialog.Place = "daftar"
	atDaftarOPD         dialog.Place = "daftar/opd"
	atDaftarRekomendasi dialog.Place = "daftar/rekomendasi"
	atDaftarStatus      dialog.Place = "daftar/status"
	atDaftarPeriode     dialog.Place = "daftar/periode"
	atBorongan          dialog.Place = "borongan"
	atTambah            dialog.Place = "tambah"
	atBantuan           dialog.Place = "bantuan"
	atBantuanOPD        dialog.Place = "bantuan/opd"
	atBantuanSIIP       dialog.Place = "bantuan/siip"
	atDataSaya          dialog.Place = "bantuan/data"
)

// placeOf is the map of the house. A place that an older version of the program knew leads to the menu.
func placeOf(p dialog.Place) place {
	switch p {
	case atLogin:
		return loginPlace()
	case atYakin:
		return yakinPlace()
	case atKeluar:
		return keluarPlace()
	case atCara:
		return caraPlace()
	case atPanduan:
		return panduanPlace()
	case atManual:
		return manualPlace()
	case atMungkin:
		return mungkinPlace()
	case atRekomendasi:
		return rekomendasiPlace()
	case atRingkasan:
		return ringkasanPlace()
	case atKeterangan:
		return keteranganPlace()
	case atAlasan:
		return alasanPlace()
	case atAntrian:
		return antrianPlace()
	case atAntrianDaftar:
		return antrianDaftarPlace()
	case atDaftar:
		return daftarPlace()
	case atDaftarOPD:
		return choicePlace("Pilih OPD", &adminSIIP, opdOptions)
	case atDaftarRekomendasi:
		return choicePlace("Pilih Rekomendasi", &adminSIIP, rekomendasiOptions)
	case atDaftarStatus:
		return choicePlace("Pilih Status", &paraAdmin, statusOptions)
	case atDaftarPeriode:
		return choicePlace("Pilih Periode", &paraAdmin, periodeOptions)
	case atBorongan:
		return boronganPlace()
	case atTambah:
		return tambahPlace()
	case atBantuan:
		return bantuanPlace()
	case atBantuanOPD:
		return bantuanOPDPlace()
	case atBantuanSIIP:
		return bantuanSIIPPlace()
	case atDataSaya:
		return dataSayaPlace()
	case atMenu:
		return menuPlace()
	default:
		return kelolaPlaceOf(p)
	}
}

// goTo enters a place of the dialog and shows it.
func (t *turn) goTo(p dialog.Place) { t.goToIn(p, dialog.Dialog) }

// goToIn enters a place whose screen stands in that slot.
func (t *turn) goToIn(p dialog.Place, slot dialog.Slot) {
	if p != atKeterangan && p != atAlasan {
		t.leave(slot)
	}
	if slot == dialog.Dialog && p != atAntrian && p != atKeterangan && p != atAlasan && !t.editsQueued() {
		t.s.Antrian = dialog.Antrian{}
	}
	t.s.Place, t.s.Slot, t.s.Since = p, slot, t.e.At
	t.showPlace()
}

// leave puts the card back where a question about it stood, when the person goes elsewhere.
func (t *turn) leave(next dialog.Slot) {
	if t.s.Alasan.Usulan != 0 && t.slot() != next {
		t.showCardIn(t.s.Alasan.Usulan, dialog.Quietly)
	}
	t.s.Alasan = dialog.Alasan{}
}

// showPlace shows where the person is, with buttons of its own: those of every earlier screen of a place are old from
// now on.
func (t *turn) showPlace() {
	t.s.Versi++
	t.repeatPlace()
}

// repeatPlace shows where the person is as it was shown last.
func (t *turn) repeatPlace() {
	if only := placeOf(t.s.Place).only; only != nil && !only.has(t.saya) {
		t.s.Place, t.s.Slot = atMenu, ""
	}
	screen := placeOf(t.s.Place).screen(t)
	if t.note != "" {
		screen.Text = append(dialog.Spans{}.Bold(t.note).Plain("\n\n"), screen.Text...)
	}
	t.do(dialog.Show{To: t.me(), Slot: t.slot(), Screen: screen, Manner: t.manner})
}

// say shows something in the dialog that asks for nothing: the person is at the menu again.
func (t *turn) say(screen dialog.Screen) {
	t.leave(dialog.Dialog)
	t.s.Place, t.s.Slot, t.s.Since, t.s.Antrian = atMenu, "", t.e.At, dialog.Antrian{}
	t.do(dialog.Show{To: t.me(), Slot: dialog.Dialog, Screen: screen})
}

func (t *turn) slot() dialog.Slot {
	if t.s.Slot == "" {
		return dialog.Dialog
	}
	return t.s.Slot
}

// again shows where the person is once more, with a note above it. What has thrown him out of where he was matters more.
func (t *turn) again(note string) {
	if t.note == "" {
		t.note = "⚠️ " + note
	}
	if t.saya.ID == 0 && t.s.Place != atYakin {
		t.s.Place, t.s.Slot = atLogin, ""
	}
	t.showPlace()
}
