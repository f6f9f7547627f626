// Package periode sets when one can propose. It is a part of Kelola, for an Admin SIIP-ASN.
package periode

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/trail"
)

// The places.
const (
	atKelolaPeriode dialog.PlaceName = "kelola/periode"
	atPeriodeBuka   dialog.PlaceName = "kelola/periode/buka"
	atPeriodeTutup  dialog.PlaceName = "kelola/periode/tutup"
	atSure          dialog.PlaceName = "kelola/periode/yakin"
	atAnnounce      dialog.PlaceName = "kelola/periode/umumkan"
)

// looked is what an Admin SIIP-ASN is looking at.
type looked struct {
	Periode flow.Periode `json:"periode,omitempty"`
	Buka    flow.Tanggal `json:"buka,omitempty"` // the first day, while the last one is asked for
	Dulu    flow.Jendela `json:"dulu,omitzero"`  // as it was shown in the question
	Nanti   flow.Jendela `json:"nanti,omitzero"` // as it is wanted
}

var state = dialog.State[looked]{Key: "kelola/periode", Old: "kelola"}

// Conversation sets when one can propose.
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name:   "kelola/periode",
		Places: []dialog.Place{kelolaPeriodePlace(), periodeBukaPlace(), periodeTutupPlace(), surePlace(), announcePlace()},
		Doors: []dialog.Door{
			{Word: "kelola/periode", Inner: true, Open: func(t *dialog.Turn, _ dialog.Opening) {
				state.Clear(t)
				t.Go(atKelolaPeriode)
			}},
		},
		Continue: announceNext,
	}
}

func kelolaPeriodePlace() dialog.Place {
	return dialog.Place{Name: atKelolaPeriode, Only: &dialog.AdminSIIP,
		Screen: kelolaPeriodeScreen,
		Taps: dialog.Taps{
			"ubah": func(t *dialog.Turn, year uint64) {
				state.Edit(t).Periode, state.Edit(t).Buka = flow.Periode(min(year, 9999)), ""
				t.Go(atPeriodeBuka)
			},
			"bebas": func(t *dialog.Turn, year uint64) {
				confirm(t, flow.Periode(min(year, 9999)), flow.Jendela{})
			},
			"umumkan": func(t *dialog.Turn, year uint64) {
				p := flow.Periode(min(year, 9999))
				state.Set(t, looked{Periode: p, Dulu: t.Jendela(p)})
				t.Go(atAnnounce)
			},
			"kembali": dialog.To("kelola"),
		},
	}
}

// kelolaPeriodeScreen shows this year and the next.
func kelolaPeriodeScreen(t *dialog.Turn) dialog.Screen {
	text := dialog.Spans{}.Plain("Periode Pengusulan", "\n\n")
	var all [][]dialog.Choice
	for _, p := range []flow.Periode{t.Today().Periode(), t.Today().Periode() + 1} {
		j := t.Jendela(p)
		text = text.Field("Periode "+p.String(), jendelaWords(j))
		r := buttons.Row(buttons.Here(t, "Atur "+p.String(), "ubah", uint64(p)))
		if j.Bounded() {
			r = append(r, buttons.Here(t, "Tanpa batas "+p.String(), "bebas", uint64(p)))
		}
		if j.Open(t.Today()) && p == t.Today().Periode() {
			r = append(r, buttons.Here(t, "Umumkan "+p.String(), "umumkan", uint64(p)))
		}
		all = append(all, buttons.Fit(r)...)
	}
	return dialog.Screen{
		Text: text.Plain("\nDi luar tanggal itu pegawai tidak dapat mengusulkan; Admin SIIP-ASN tetap dapat menambahkan."),
		Rows: append(all, buttons.Back(t)),
	}
}

func jendelaWords(j flow.Jendela) string {
	if !j.Bounded() {
		return "tanpa batas tanggal"
	}
	return fmt.Sprintf("%s sampai %s", j.Buka.Card(), j.Tutup.Card())
}

func periodeBukaPlace() dialog.Place {
	return datePlace(atPeriodeBuka, "hari pertama pengusulan", "01-09", atKelolaPeriode, func(t *dialog.Turn, day flow.Tanggal) {
		if day.Periode() != state.Get(t).Periode {
			t.Again(fmt.Sprintf("Tanggal harus pada tahun %s. Mohon ketik lagi.", state.Get(t).Periode))
			return
		}
		state.Edit(t).Buka = day
		t.Go(atPeriodeTutup)
	})
}

func periodeTutupPlace() dialog.Place {
	return datePlace(atPeriodeTutup, "hari terakhir pengusulan", "30-11", atPeriodeBuka, func(t *dialog.Turn, day flow.Tanggal) {
		switch {
		case day < state.Get(t).Buka:
			t.Again("Hari terakhir tidak boleh sebelum hari pertama (" + state.Get(t).Buka.Card() + "). Mohon ketik lagi.")
		case day.Periode() != state.Get(t).Periode:
			t.Again(fmt.Sprintf("Tanggal harus pada tahun %s. Mohon ketik lagi.", state.Get(t).Periode))
		default:
			confirm(t, state.Get(t).Periode, flow.Jendela{Buka: state.Get(t).Buka, Tutup: day})
		}
	})
}

// datePlace asks for a day; the example is one of the periode.
func datePlace(name dialog.PlaceName, what, example string, back dialog.PlaceName, take func(*dialog.Turn, flow.Tanggal)) dialog.Place {
	return dialog.Place{
		Name: name, Only: &dialog.AdminSIIP,
		Screen: func(t *dialog.Turn) dialog.Screen {
			return dialog.Screen{
				Text: dialog.Spans{}.Plain("Periode ", state.Get(t).Periode.String()).Plain("\n").
					Field("Hari pertama", state.Get(t).Buka.Card()).Plain("Silakan ketik ", what, ", misalnya ", example, "-", state.Get(t).Periode.String(), "."),
				Rows: buttons.Rows(buttons.BackAndStop(t)),
			}
		},
		Typed: func(t *dialog.Turn, body string) {
			day, ok := flow.ParseTanggal(body)
			if !ok {
				t.Again(fmt.Sprintf("Tanggal tidak dikenali. Mohon ketik seperti %s-%s.", example, state.Get(t).Periode))
				return
			}
			take(t, day)
		},
		Taps: dialog.Taps{"kembali": dialog.To(back), "batal": dialog.Does((*dialog.Turn).Cancel)},
	}
}

// confirm asks once more before the days of a periode are changed.
func confirm(t *dialog.Turn, p flow.Periode, wanted flow.Jendela) {
	state.Set(t, looked{Periode: p, Dulu: t.Jendela(p), Nanti: wanted})
	t.Go(atSure)
}

func surePlace() dialog.Place {
	return dialog.Place{
		Name: atSure, Only: &dialog.AdminSIIP,
		Screen: func(t *dialog.Turn) dialog.Screen {
			s := state.Get(t)
			return dialog.Screen{
				Text: dialog.Spans{}.Plain("Apakah Anda ingin mengubah masa pengusulan periode ", s.Periode.String(), "?").
					Plain("\n", jendelaWords(s.Dulu), " → ").Bold(jendelaWords(s.Nanti)),
				Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Ya, Lanjutkan", "ya", 0), buttons.Stop(t))),
			}
		},
		Taps: dialog.Taps{"ya": dialog.Does(save), "batal": dialog.To(atKelolaPeriode)},
	}
}

// save keeps the days that were agreed to, if those that were shown are still the ones that count.
func save(t *dialog.Turn) {
	s := state.Get(t)
	if t.Jendela(s.Periode) != s.Dulu {
		t.Note = "⚠️ Masa pengusulan ini baru saja diubah, sehingga belum ada yang disimpan. Silakan periksa lagi."
		t.Go(atKelolaPeriode)
		return
	}
	saveJendela(t, s.Periode, s.Nanti)
}

func saveJendela(t *dialog.Turn, p flow.Periode, j flow.Jendela) {
	before := t.Jendela(p)
	t.Do(dialog.SaveJendela{Periode: p, Jendela: j})
	trail.Record(t, flow.UbahPeriode, 0, p.String(), flow.Perubahan{Kolom: "Pengusulan", Sebelum: jendelaWords(before), Sesudah: jendelaWords(j)})
	t.Answer("Tersimpan.")
	t.Go(atKelolaPeriode)
}
