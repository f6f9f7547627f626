// Package keterangan is FORM KETERANGAN (panduan, bagian II.4 and II.5) as a part of a conversation: the reason for a
// Revisi or Tolak is typed or chosen, shown once more, and nothing changes before Simpan. It is used for one usulan and for
// many; what the reason is for, and what Simpan does, is the conversation's.
package keterangan

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/wording"
)

// Reason is a reason in the making.
type Reason struct {
	Usulan     flow.UsulanID `json:"usulan,omitempty"` // 0: of many
	Versi      uint64        `json:"versi,omitempty"`
	Aksi       flow.Aksi     `json:"aksi,omitempty"`
	Keterangan string        `json:"keterangan,omitempty"`
}

// Form is the two places of the form in a conversation.
type Form struct {
	Ask, Sure dialog.PlaceName
	Reason    dialog.State[Reason]
	Only      *dialog.Audience
	Head      func(*dialog.Turn) dialog.Spans // what the reason is for
	Save      func(*dialog.Turn)              // Simpan
	Back      func(*dialog.Turn)              // one step back from the form
	Drop      func(*dialog.Turn)              // Batal
}

// Places are the places of the form.
func (f Form) Places() []dialog.Place {
	ask := dialog.Place{Name: f.Ask, Only: f.Only, Aside: true, Screen: f.screen, Typed: f.typed, Taps: dialog.Taps{
		"pakai":   f.pick,
		"kembali": dialog.Does(f.Back),
		"batal":   dialog.Does(f.Drop),
	}}
	sure := dialog.Place{Name: f.Sure, Only: f.Only, Aside: true, Screen: f.sureScreen, Typed: f.typed, Taps: dialog.Taps{
		"simpan":  dialog.Does(f.Save),
		"kembali": func(t *dialog.Turn, _ uint64) { t.GoIn(f.Ask, t.Slot()) },
		"batal":   dialog.Does(f.Drop),
	}}
	return []dialog.Place{ask, sure}
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
}

func (f Form) screen(t *dialog.Turn) dialog.Screen {
	var all [][]dialog.Choice
	for _, k := range f.offered(t) {
		all = append(all, buttons.Row(buttons.Here(t, k, "pakai", wording.TextMark(k))))
	}
	return dialog.Screen{
		Text: f.Head(t).Bold("FORM KETERANGAN").Plain("\n",
			fmt.Sprintf("Silakan ketik alasan %s (%d sampai %s karakter)", f.Reason.Get(t).Aksi, flow.KeteranganMin, wording.Thousands(flow.KeteranganMax)),
			", atau pilih salah satu di bawah."),
		Rows: append(all, buttons.BackAndStop(t)),
	}
}

// offered are the reasons used most where the person decides, filled up with common ones.
func (f Form) offered(t *dialog.Turn) []string {
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

func (f Form) pick(t *dialog.Turn, id uint64) {
	list := f.offered(t)
	i := slices.IndexFunc(list, func(k string) bool { return wording.TextMark(k) == id })
	if i < 0 {
		t.Again("Pilihan itu sudah berubah. Silakan pilih lagi atau ketik alasannya.")
		return
	}
	f.set(t, list[i])
}

func (f Form) typed(t *dialog.Turn, body string) {
	k := flow.TidyLines(body)
	if wrong := wording.WrongLength("Keterangan", k, flow.KeteranganMin, flow.KeteranganMax); wrong != "" {
		t.Again(wrong)
		return
	}
	f.set(t, k)
}

func (f Form) set(t *dialog.Turn, k string) {
	f.Reason.Edit(t).Keterangan = k
	t.GoIn(f.Sure, t.Slot())
}

func (f Form) sureScreen(t *dialog.Turn) dialog.Screen {
	r := f.Reason.Get(t)
	return dialog.Screen{
		Text: f.Head(t).Bold("FORM KETERANGAN").Plain("\n", "Alasan ", r.Aksi.String(), ":\n").
			Quote(r.Keterangan).
			Plain("\nSilakan tekan ").Bold("Simpan").Plain(" bila sudah benar, atau ketik lagi untuk mengganti."),
		Rows: buttons.Rows(buttons.Row(buttons.Here(t, "💾 Simpan", "simpan", 0)), buttons.BackAndStop(t)),
	}
}
