package percakapan

import "siip-asn/flow"

// place is a step of a conversation: what it shows and what it understands.
type place struct {
	screen func(*turn) flow.Screen
	typed  func(*turn, string)            // nil: nothing is to be typed here
	taps   map[string]func(*turn, uint64) // by the word of the button, with the id on it
	only   *audience                      // for whom it is; nil: everybody. Who is no admin any more is led out
}

// asks tells whether the place is a question: then it can be called off.
func (p place) asks() bool { return p.taps["batal"] != nil }

// to is a button that leads to a place.
func to(p flow.Place) func(*turn, uint64) { return func(t *turn, _ uint64) { t.goTo(p) } }

// does is a button that does one thing, whatever it was drawn for.
func does(act func(*turn)) func(*turn, uint64) { return func(t *turn, _ uint64) { act(t) } }

// The places. The zero place is the menu.
const (
	atMenu              flow.Place = ""
	atLogin             flow.Place = "login"
	atYakin             flow.Place = "login/yakin"
	atKeluar            flow.Place = "keluar"
	atCara              flow.Place = "form/cara"
	atPanduan           flow.Place = "form/panduan"
	atManual            flow.Place = "form/manual"
	atMungkin           flow.Place = "form/mungkin"
	atRekomendasi       flow.Place = "form/rekomendasi"
	atRingkasan         flow.Place = "form/ringkasan"
	atKeterangan        flow.Place = "keterangan"
	atAlasan            flow.Place = "keterangan/yakin"
	atAntrian           flow.Place = "antrian"
	atAntrianDaftar     flow.Place = "antrian/daftar"
	atDaftar            flow.Place = "daftar"
	atDaftarOPD         flow.Place = "daftar/opd"
	atDaftarRekomendasi flow.Place = "daftar/rekomendasi"
	atDaftarStatus      flow.Place = "daftar/status"
	atDaftarPeriode     flow.Place = "daftar/periode"
	atBorongan          flow.Place = "borongan"
	atTambah            flow.Place = "tambah"
	atBantuan           flow.Place = "bantuan"
	atBantuanOPD        flow.Place = "bantuan/opd"
	atBantuanSIIP       flow.Place = "bantuan/siip"
	atDataSaya          flow.Place = "bantuan/data"
)

// placeOf is the map of the house. A place that an older version of the program knew leads to the menu.
func placeOf(p flow.Place) place {
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
func (t *turn) goTo(p flow.Place) { t.goToIn(p, flow.Dialog) }

// goToIn enters a place whose screen stands in that slot.
func (t *turn) goToIn(p flow.Place, slot flow.Slot) {
	if p != atKeterangan && p != atAlasan {
		t.leave(slot)
	}
	if slot == flow.Dialog && p != atAntrian && p != atKeterangan && p != atAlasan && !t.editsQueued() {
		t.s.Antrian = flow.Antrian{}
	}
	t.s.Place, t.s.Slot, t.s.Since = p, slot, t.e.At
	t.showPlace()
}

// leave puts the card back where a question about it stood, when the person goes elsewhere.
func (t *turn) leave(next flow.Slot) {
	if t.s.Alasan.Usulan != 0 && t.slot() != next {
		t.showCardIn(t.s.Alasan.Usulan, flow.Quietly)
	}
	t.s.Alasan = flow.Alasan{}
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
		screen.Text = append(flow.Spans{}.Bold(t.note).Plain("\n\n"), screen.Text...)
	}
	t.do(flow.Show{To: t.me(), Slot: t.slot(), Screen: screen, Manner: t.manner})
}

// say shows something in the dialog that asks for nothing: the person is at the menu again.
func (t *turn) say(screen flow.Screen) {
	t.leave(flow.Dialog)
	t.s.Place, t.s.Slot, t.s.Since, t.s.Antrian = atMenu, "", t.e.At, flow.Antrian{}
	t.do(flow.Show{To: t.me(), Slot: flow.Dialog, Screen: screen})
}

func (t *turn) slot() flow.Slot {
	if t.s.Slot == "" {
		return flow.Dialog
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
