package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// Form SIIP ASN (panduan, bagian I.2): who proposes is filled in by itself; which diklat comes from the panduan or is
// typed; the Rekomendasi is asked of those who followed the Uji Kompetensi; then the summary, and Simpan. The draft is
// in the session, so that it is there after every step.

// propose begins the form for the person himself, with what an earlier draft has chosen.
func (t *turn) propose() {
	if t.alreadyProposed(t.saya) || t.closed() {
		return
	}
	if t.s.Form.Pegawai != t.saya.ID || t.s.Form.Usulan != 0 {
		t.s.Form = dialog.Form{Pegawai: t.saya.ID, Rekomendasi: talentpool(t.saya)}
	}
	t.goTo(atCara)
}

// closed tells whether proposing is closed today, and says until when it was open and when it opens again. An Admin
// SIIP-ASN may still add.
func (t *turn) closed() bool {
	now := t.Aturan().Periode(t.today())
	j := t.Jendela(t.today().Periode())
	if j.Open(t.today()) || t.saya.AdminSIIP {
		return false
	}
	text := dialog.Spans{}.Bold("Pengusulan diklat sedang ditutup").Plain(".\n\n")
	if j.Buka != "" && t.today() < j.Buka {
		text = text.Plain("Pengusulan periode ", now.String(), " dibuka pada ").Bold(j.Buka.Card()).Plain(".")
	} else {
		text = text.Plain("Pengusulan dibuka sampai ").Bold(j.Tutup.Card()).Plain(". ", t.opensAgain())
	}
	t.say(dialog.Screen{Text: text, Rows: rows(row(door("📄 Usulan Saya", "usulan", 0)), toMenu())})
	return true
}

// opensAgain says when one can propose in the next periode, as far as that is known.
func (t *turn) opensAgain() string {
	if next := t.Jendela(t.today().Periode() + 1); next.Buka != "" {
		return "Pengusulan dibuka lagi pada " + next.Buka.Card() + "."
	}
	return "Jadwal berikutnya akan diumumkan oleh Admin SIIP-ASN."
}

// alreadyProposed refuses a second usulan in a periode, and leads to the first.
func (t *turn) alreadyProposed(p flow.Pegawai) bool {
	u, ok := t.running(p.ID)
	if !ok {
		return false
	}
	t.s.Form = dialog.Form{}
	t.say(dialog.Screen{
		Text: dialog.Spans{}.Bold("Pegawai hanya bisa mengusulkan 1 (satu) kali usulan diklat").Plain(" ", t.inPeriode(), ".\n\n",
			"Sudah ada usulan ").Bold(t.title(u)).Plain(t.forWhom(p), " dengan status ").Bold(u.Status.String()).Plain("."),
		Rows: rows(row(door("📄 Lihat Usulan", "buka", uint64(u.ID))), toMenu()),
	})
	return true
}

// forWhom names the pegawai when he is somebody else.
func (t *turn) forWhom(p flow.Pegawai) string {
	if p.ID == t.saya.ID {
		return ""
	}
	return " untuk " + p.Nama
}

// amend begins the form for an usulan that is there.
func (t *turn) amend(b dialog.Button) {
	u, _, ok := t.judge(flow.Edit, b)
	if !ok {
		return
	}
	t.s.Form = dialog.Form{
		Pegawai: u.Pegawai, Usulan: u.ID, Versi: u.Versi,
		Manual: u.Manual(), Panduan: u.Panduan, Judul: u.Judul, Rekomendasi: u.Rekomendasi,
	}
	t.goTo(atCara)
}

// resume goes on with a draft where it was left.
func (t *turn) resume() {
	f := t.s.Form
	switch {
	case !f.Begun():
		t.goTo(atMenu)
	case !f.Chosen():
		t.goTo(atCara)
	default:
		t.goTo(atRingkasan)
	}
}

// formHead is what stands at the top of every step, filled in by itself and read-only.
func (t *turn) formHead() dialog.Spans {
	p, _ := t.Pegawai(t.s.Form.Pegawai)
	opd, _ := t.OPD(p.OPD)
	return dialog.Spans{}.Bold("Form SIIP ASN").Plain("\n\n").
		Field("Nama Pegawai", fmt.Sprintf("[%s] %s", p.NIP, p.Nama)).
		Field("NIP", string(p.NIP)).
		Field("Jabatan", p.Jabatan).
		Field("OPD", opd.Nama).
		Plain("\n")
}

func caraPlace() place {
	return place{
		screen: (*turn).caraScreen,
		typed:  (*turn).search,
		taps: map[string]func(*turn, uint64){
			"panduan": func(t *turn, _ uint64) { t.openPanduan("") },
			"manual":  to(atManual),
			"lewati":  does((*turn).afterDiklat),
			"kembali": does((*turn).backFromForm),
			"batal":   does((*turn).cancel),
		},
	}
}

// backFromForm goes back to where the form was begun, and keeps the draft.
func (t *turn) backFromForm() {
	if f := t.s.Form; f.Usulan == 0 && f.Pegawai != t.saya.ID {
		t.goTo(atTambah)
		return
	}
	t.goTo(atMenu)
}

func (t *turn) caraScreen() dialog.Screen {
	text := t.formHead()
	hint := "Silakan pilih cara mengisi Jenis Diklat, atau ketik sebagian namanya untuk mencari."
	var keep []dialog.Choice
	if t.s.Form.Chosen() {
		text = text.Field("Usulan Diklat saat ini", t.chosenTitle())
		keep = row(t.here("⏭ Lewati", "lewati", 0))
		hint += " Tekan Lewati bila diklat tetap."
	}
	return dialog.Screen{
		Text: text.Plain(hint),
		Rows: rows(
			row(t.here("📚 Dari Panduan Jenis Diklat", "panduan", 0)),
			row(t.here("✍️ Isi Manual", "manual", 0)),
			keep, t.backAndStop()),
	}
}

// afterDiklat goes on to the Rekomendasi, or past it.
func (t *turn) afterDiklat() {
	if t.asksRekomendasi() {
		t.goTo(atRekomendasi)
		return
	}
	t.goTo(atRingkasan)
}

// backToDiklat goes back to where the diklat was chosen, as it was left.
func (t *turn) backToDiklat() {
	if t.s.Form.Manual {
		t.goTo(atManual)
		return
	}
	t.goTo(atPanduan)
}

// chosenTitle is the diklat of the draft.
func (t *turn) chosenTitle() string {
	f := t.s.Form
	if f.Manual {
		return f.Judul
	}
	p, _ := t.Panduan(f.Panduan)
	return p.Nama
}
