// Package form is Form SIIP ASN (panduan, bagian I.2): who proposes is filled in by itself; which diklat comes from the
// panduan or is typed; the Rekomendasi is asked of those who followed the Uji Kompetensi; then the summary, and Simpan.
package form

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
)

// The places of the form, in the order in which one goes through them.
const (
	atPanduan     dialog.PlaceName = "form/panduan"
	atManual      dialog.PlaceName = "form/manual"
	atMungkin     dialog.PlaceName = "form/mungkin"
	atRekomendasi dialog.PlaceName = "form/rekomendasi"
	atRingkasan   dialog.PlaceName = "form/ringkasan"
	atTambah      dialog.PlaceName = "tambah"
)

// Draft is the draft of Form SIIP ASN.
type Draft struct {
	Pegawai     flow.PegawaiID `json:"pegawai,omitempty"` // for whom
	Usulan      flow.UsulanID  `json:"usulan,omitempty"`  // what is edited; 0 for a new one
	Versi       uint64         `json:"versi,omitempty"`   // of that usulan when the edit began
	Manual      bool           `json:"manual,omitempty"`
	Panduan     flow.PanduanID `json:"panduan,omitempty"`
	Judul       string         `json:"judul,omitempty"`
	Rekomendasi string         `json:"rekomendasi,omitempty"`

	Tawar       string          `json:"tawar,omitempty"`      // what was searched for in vain, as a title
	Kompetensi  flow.Kompetensi `json:"kompetensi,omitempty"` // which the list of the panduan shows
	paging.Look                 // how that list is looked at
}

// begun tells whether there is a draft at all.
func (f Draft) begun() bool { return f.Pegawai != 0 }

// chosen tells whether the draft has a diklat.
func (f Draft) chosen() bool { return f.Panduan != 0 || f.Judul != "" }

// draft is in the session, so that it is there after every step.
var draft = engine.State[Draft]{Key: "form"}

// Conversation is Form SIIP ASN.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name: "form",
		Places: []engine.Place{
			panduanPlace(), manualPlace(), mungkinPlace(), rekomendasiPlace(), ringkasanPlace(), tambahPlace(),
		},
		Doors: []engine.Door{
			engine.Opens("tambah", propose),
			engine.Opens("tambahkan", openTambah),
			engine.Opens("lanjut", goOn),
			{Word: kartu.AksiWord(flow.Edit), Open: amend},
		},
		Commands: []engine.BotCommand{
			{Name: "tambah", About: "Tambah usulan untuk pegawai", Rank: 6, For: engine.AdminSIIP, Run: openTambah},
		},
		Leave: func(t *engine.Turn, where engine.Going) {
			if where.Lost {
				draft.Clear(t)
			}
		},
		Cancel: cancel,
		Lost: func(t *engine.Turn) bool {
			f := draft.Get(t)
			return f.begun() && f.Pegawai != t.Who.ID && !t.Who.AdminSIIP && kartu.Gone(t, f.Usulan)
		},
		Resume: resume,
		Draft: func(t *engine.Turn) (flow.UsulanID, bool) {
			f := draft.Get(t)
			return f.Usulan, f.begun()
		},
	}
}

// cancel drops the draft; one about the usulan that the queue shows leads back to it.
func cancel(t *engine.Turn) (busy bool, back dialog.PlaceName) {
	f := draft.Get(t)
	if !f.begun() {
		return false, ""
	}
	back, _ = t.Showing(f.Usulan)
	draft.Clear(t)
	return true, back
}

// propose begins the form for the person himself, with what an earlier draft has chosen.
func propose(t *engine.Turn) {
	if alreadyProposed(t, t.Who) || closed(t) {
		return
	}
	if draft.Get(t).Pegawai != t.Who.ID || draft.Get(t).Usulan != 0 {
		draft.Set(t, Draft{Pegawai: t.Who.ID, Rekomendasi: talentpool(t.Who)})
	}
	openPanduan(t, "")
}

// closed tells whether proposing is closed today, and says until when it was open and when it opens again. An Admin
// SIIP-ASN may still add.
func closed(t *engine.Turn) bool {
	now := t.Aturan().Periode(t.Today())
	j := t.Jendela(t.Today().Periode())
	if j.Open(t.Today()) || t.Who.AdminSIIP {
		return false
	}
	text := ui.Spans{}.Plain("Pengusulan diklat sedang ditutup.\n\n")
	if j.Buka != "" && t.Today() < j.Buka {
		text = text.Plain("Pengusulan periode ", now.String(), " dibuka pada ", j.Buka.Card(), ".")
	} else {
		text = text.Plain("Pengusulan dibuka sampai ", j.Tutup.Card(), ". ", opensAgain(t))
	}
	t.Say(ui.Screen{Text: text, Rows: buttons.Rows(buttons.Row(buttons.Door("📄 Usulan Saya", "usulan", 0)), buttons.ToMenu())})
	return true
}

// opensAgain says when one can propose in the next periode, as far as that is known.
func opensAgain(t *engine.Turn) string {
	if next := t.Jendela(t.Today().Periode() + 1); next.Buka != "" {
		return "Pengusulan dibuka lagi pada " + next.Buka.Card() + "."
	}
	return "Jadwal berikutnya akan diumumkan oleh Admin SIIP-ASN."
}

// alreadyProposed refuses a second usulan in a periode, and leads to the first.
func alreadyProposed(t *engine.Turn, p flow.Pegawai) bool {
	u, ok := kartu.Running(t, p.ID)
	if !ok {
		return false
	}
	draft.Clear(t)
	t.Say(ui.Screen{
		Text: ui.Spans{}.Plain("Pegawai hanya bisa mengusulkan 1 (satu) kali usulan diklat ", kartu.InPeriode(t), ".\n\n",
			"Sudah ada usulan ").Bold(kartu.Title(t, u)).Plain(forWhom(t, p), " dengan status ").Bold(u.Status.String()).Plain("."),
		Rows: buttons.Rows(buttons.Row(buttons.Door("📄 Lihat Usulan", "buka", uint64(u.ID))), buttons.ToMenu()),
	})
	return true
}

// forWhom names the pegawai when he is somebody else.
func forWhom(t *engine.Turn, p flow.Pegawai) string {
	if p.ID == t.Who.ID {
		return ""
	}
	return " untuk " + p.Nama
}

// amend begins the form for an usulan that is there.
func amend(t *engine.Turn, o engine.Opening) {
	u, _, ok := kartu.Judge(t, flow.Edit, o.Button)
	if !ok {
		return
	}
	draft.Set(t, Draft{
		Pegawai: u.Pegawai, Usulan: u.ID, Versi: u.Versi,
		Manual: u.Manual(), Panduan: u.Panduan, Judul: u.Judul, Rekomendasi: u.Rekomendasi,
	})
	openPanduan(t, "")
}

// goOn goes on with a draft, or to the menu when there is none.
func goOn(t *engine.Turn) {
	if !resume(t) {
		t.Go(dialog.Home)
	}
}

// resume goes on with a draft where it was left; whether there is one.
func resume(t *engine.Turn) bool {
	switch f := draft.Get(t); {
	case !f.begun():
		return false
	case !f.chosen():
		openPanduan(t, "")
	default:
		t.Go(atRingkasan)
	}
	return true
}

// formHead is what stands at the top of every step, filled in by itself and read-only.
func formHead(t *engine.Turn) ui.Spans {
	p, _ := t.Pegawai(draft.Get(t).Pegawai)
	opd, _ := t.OPD(p.OPD)
	return ui.Spans{}.Plain("Form SIIP ASN\nNama Pegawai: [", string(p.NIP), "] ").Bold(p.Nama).Plain("\n").
		Field("NIP", string(p.NIP)).
		Field("Jabatan", p.Jabatan).
		Field("OPD", opd.Nama)
}

// backFromForm goes back to where the form was begun, and keeps the draft.
func backFromForm(t *engine.Turn) {
	if f := draft.Get(t); f.Usulan == 0 && f.Pegawai != t.Who.ID {
		t.Go(atTambah)
		return
	}
	t.Go(dialog.Home)
}

// afterDiklat goes on to the Rekomendasi, or past it.
func afterDiklat(t *engine.Turn) {
	if asksRekomendasi(t) {
		t.Go(atRekomendasi)
		return
	}
	t.Go(atRingkasan)
}

// backToDiklat goes back to where the diklat was chosen, as it was left.
func backToDiklat(t *engine.Turn) {
	if draft.Get(t).Manual {
		t.Go(atManual)
		return
	}
	t.Go(atPanduan)
}

// chosenTitle is the diklat of the draft.
func chosenTitle(t *engine.Turn) string {
	f := draft.Get(t)
	if f.Manual {
		return f.Judul
	}
	p, _ := t.Panduan(f.Panduan)
	return p.Nama
}
