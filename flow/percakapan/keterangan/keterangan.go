// Package keterangan is the question before an aksi that has a reason (panduan, bagian II.4 and II.5), as a part of a
// conversation: the question of the guide, FORM KETERANGAN, and the reason once more before Simpan. A reason typed or chosen
// by its number at the question is taken at once. It is used for one usulan and for many; what the aksi is for, and what
// is done, is the conversation's.
package keterangan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// Reason is a reason in the making.
type Reason struct {
	Usulan     flow.UsulanID `json:"usulan,omitempty"` // 0: of many
	Versi      uint64        `json:"versi,omitempty"`
	Aksi       flow.Aksi     `json:"aksi,omitempty"`
	Keterangan string        `json:"keterangan,omitempty"`
}

// Form is the three places of the question in a conversation.
type Form struct {
	Question, Ask, Sure dialog.PlaceName
	Reason              engine.State[Reason]
	Only                *engine.Audience
	Many                bool
	Head                func(*engine.Turn) ui.Spans          // what the aksi is for
	Yes                 func(*engine.Turn) (ui.Choice, bool) // the button that says yes to the question, while that is possible; its words are those of the aksi
	Save                func(*engine.Turn)                   // Simpan
	Drop                func(*engine.Turn)                   // Batal
}

// Places are the places of the form.
func (f Form) Places() []engine.Place {
	place := func(name dialog.PlaceName, screen func(*engine.Turn) ui.Screen, taps engine.Taps) engine.Place {
		taps["batal"] = engine.Does(f.Drop)
		taps["pakai"] = f.pick
		return engine.Place{Name: name, Only: f.Only, Aside: true, Screen: screen, Typed: f.typed, Taps: taps}
	}
	back := func(to dialog.PlaceName) func(*engine.Turn, uint64) {
		return func(t *engine.Turn, _ uint64) { t.GoIn(to, t.Slot()) }
	}
	return []engine.Place{
		place(f.Question, f.questionScreen, engine.Taps{"ya": func(t *engine.Turn, _ uint64) { f.Agreed(t) }}),
		place(f.Ask, f.askScreen, engine.Taps{"kembali": back(f.Question)}),
		place(f.Sure, f.sureScreen, engine.Taps{"simpan": engine.Does(f.Save), "kembali": back(f.Ask)}),
	}
}

// Agreed goes on when the question was answered with yes: to FORM KETERANGAN where a reason is needed.
func (f Form) Agreed(t *engine.Turn) {
	if f.Reason.Get(t).Aksi == flow.Hapus {
		f.Save(t)
		return
	}
	t.GoIn(f.Ask, t.Slot())
}

// offeredMost is how many of the reasons used most are offered.
const offeredMost = 5

// common are offered while an office has not used enough of its own.
var common = map[flow.Aksi][]string{
	flow.Revisi: {
		"Nama diklat belum jelas, mohon ditulis lengkap.",
		"Mohon pilih diklat yang sesuai dengan jabatan.",
		"Mohon pilih dari panduan jenis diklat yang tersedia.",
	},
	flow.Tolak: {
		"Diklat tidak sesuai dengan tugas dan jabatan.",
		"Diklat yang sama sudah pernah diikuti.",
		"Syarat untuk mengikuti diklat belum terpenuhi.",
	},
	flow.Hapus: {
		"Usulan ganda.",
		"Dihapus atas permintaan pegawai.",
	},
}

func (f Form) questionScreen(t *engine.Turn) ui.Screen {
	aksi := f.Reason.Get(t).Aksi
	q := kartu.Questions[aksi]
	text := f.Head(t).Plain(q.Of(f.Many), "\n")
	if q.Hint != "" {
		text = text.Plain(q.Hint, "\n")
	}
	answer := buttons.Row(buttons.Stop(t))
	if yes, possible := f.Yes(t); possible {
		answer = buttons.Row(q.Button(aksi, yes), buttons.Stop(t))
	}
	list := f.list(t)
	return ui.Screen{
		Text: list.Body(text, "Alasan dapat langsung dipilih nomornya atau diketik di sini."),
		Rows: buttons.Join(list.Rows, buttons.Rows(answer)),
	}
}

func (f Form) askScreen(t *engine.Turn) ui.Screen {
	list := f.list(t)
	return ui.Screen{
		Text: list.Body(f.Head(t).Plain("FORM KETERANGAN\n", fmt.Sprintf("Silakan ketik alasan %s (%d sampai %s karakter), atau pilih nomornya.\n",
			f.Reason.Get(t).Aksi, flow.KeteranganMin, hitung.Number(flow.KeteranganMax))), ""),
		Rows: buttons.Join(list.Rows, buttons.Rows(buttons.BackAndStop(t))),
	}
}

// list is the reasons that are offered, by their numbers.
func (f Form) list(t *engine.Turn) paging.Drawn {
	d := paging.List[string]{
		Rows: f.offered(t), Word: "pakai",
		Line: func(text ui.Spans, k string) ui.Spans {
			return text.Plain(spelling.Clip(wording.Shortened(k, 1), 120))
		},
		ID: wording.TextMark,
	}.Draw(t)
	d.Head = nil
	return d
}

// offered are the reasons used most where the person decides, filled up with common ones.
func (f Form) offered(t *engine.Turn) []string {
	aksi := f.Reason.Get(t).Aksi
	var list []string
	for _, used := range t.Keterangan(kartu.Scope(t), aksi, offeredMost) {
		list = append(list, used.Text)
	}
	for _, k := range common[aksi] {
		if len(list) < offeredMost && !slices.Contains(list, k) {
			list = append(list, k)
		}
	}
	return list
}

func (f Form) pick(t *engine.Turn, id uint64) {
	list := f.offered(t)
	i := slices.IndexFunc(list, func(k string) bool { return wording.TextMark(k) == id })
	if i < 0 {
		t.Again("Pilihan itu sudah berubah. Silakan pilih lagi atau ketik alasannya.")
		return
	}
	f.set(t, list[i])
}

func (f Form) typed(t *engine.Turn, body string) {
	k := spelling.TidyLines(body)
	if wrong := wording.WrongLength("Keterangan", k, flow.KeteranganMin, flow.KeteranganMax); wrong != "" {
		t.Again(wrong)
		return
	}
	f.set(t, k)
}

func (f Form) set(t *engine.Turn, k string) {
	f.Reason.Edit(t).Keterangan = k
	t.GoIn(f.Sure, t.Slot())
}

// quotedLines is how many lines of a reason are shown once more before Simpan; all of them are kept.
const quotedLines = 4

func (f Form) sureScreen(t *engine.Turn) ui.Screen {
	r := f.Reason.Get(t)
	save := buttons.Here(t, "Simpan", "simpan", 0)
	if r.Aksi == flow.Hapus {
		save = kartu.Questions[r.Aksi].Button(r.Aksi, save)
	}
	return ui.Screen{
		Text: f.Head(t).Plain("FORM KETERANGAN\nAlasan ", r.Aksi.String(), ":\n").
			Quote(wording.Shortened(r.Keterangan, quotedLines)).
			Plain("\nSilakan tekan ", wording.Unmarked(save.Label), " bila sudah benar, atau ketik lagi untuk mengganti."),
		Rows: buttons.Rows(buttons.Row(save), buttons.BackAndStop(t)),
	}
}
