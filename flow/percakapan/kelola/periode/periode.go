// Package periode sets when one can propose. It is a part of Kelola, for an Admin SIIP-ASN.
package periode

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
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
	Periode kalender.Periode `json:"periode,omitempty"`
	Buka    kalender.Tanggal `json:"buka,omitempty"` // the first day, while the last one is asked for
	Dulu    kalender.Jendela `json:"dulu,omitzero"`  // as it was shown in the question
	Nanti   kalender.Jendela `json:"nanti,omitzero"` // as it is wanted
}

var state = engine.State[looked]{Key: "kelola/periode", Old: "kelola"}

// Conversation sets when one can propose.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name:     "kelola/periode",
		Places:   []engine.Place{kelolaPeriodePlace(), periodeBukaPlace(), periodeTutupPlace(), surePlace(), announcePlace()},
		Doors:    []engine.Door{state.Fresh("kelola/periode", atKelolaPeriode)},
		Continue: announceNext,
	}
}

func kelolaPeriodePlace() engine.Place {
	return engine.Place{Name: atKelolaPeriode, Only: &engine.AdminSIIP,
		Screen: kelolaPeriodeScreen,
		Taps: engine.Taps{
			"ubah": func(t *engine.Turn, year uint64) {
				state.Edit(t).Periode, state.Edit(t).Buka = kalender.Periode(min(year, 9999)), ""
				t.Go(atPeriodeBuka)
			},
			"bebas": func(t *engine.Turn, year uint64) {
				confirm(t, kalender.Periode(min(year, 9999)), kalender.Jendela{})
			},
			"umumkan": func(t *engine.Turn, year uint64) {
				p := kalender.Periode(min(year, 9999))
				state.Set(t, looked{Periode: p, Dulu: t.Jendela(p)})
				t.Go(atAnnounce)
			},
			"kembali": engine.To("kelola"),
		},
	}
}

// kelolaPeriodeScreen shows this year and the next.
func kelolaPeriodeScreen(t *engine.Turn) ui.Screen {
	text := ui.Spans{}.Plain("Periode Pengusulan", "\n\n")
	var all [][]ui.Choice
	for _, p := range []kalender.Periode{t.Today().Periode(), t.Today().Periode() + 1} {
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
	return ui.Screen{
		Text: text.Plain("\nDi luar tanggal itu pegawai tidak dapat mengusulkan; Admin SIIP-ASN tetap dapat menambahkan."),
		Rows: append(all, buttons.Back(t)),
	}
}

func jendelaWords(j kalender.Jendela) string {
	if !j.Bounded() {
		return "tanpa batas tanggal"
	}
	return fmt.Sprintf("%s sampai %s", j.Buka.Card(), j.Tutup.Card())
}

func periodeBukaPlace() engine.Place {
	return datePlace(atPeriodeBuka, "hari pertama pengusulan", "01-09", atKelolaPeriode, func(t *engine.Turn, day kalender.Tanggal) {
		if day.Periode() != state.Get(t).Periode {
			t.Again(fmt.Sprintf("Tanggal harus pada tahun %s. Mohon ketik lagi.", state.Get(t).Periode))
			return
		}
		state.Edit(t).Buka = day
		t.Go(atPeriodeTutup)
	})
}

func periodeTutupPlace() engine.Place {
	return datePlace(atPeriodeTutup, "hari terakhir pengusulan", "30-11", atPeriodeBuka, func(t *engine.Turn, day kalender.Tanggal) {
		switch {
		case day < state.Get(t).Buka:
			t.Again("Hari terakhir tidak boleh sebelum hari pertama (" + state.Get(t).Buka.Card() + "). Mohon ketik lagi.")
		case day.Periode() != state.Get(t).Periode:
			t.Again(fmt.Sprintf("Tanggal harus pada tahun %s. Mohon ketik lagi.", state.Get(t).Periode))
		default:
			confirm(t, state.Get(t).Periode, kalender.Jendela{Buka: state.Get(t).Buka, Tutup: day})
		}
	})
}

// datePlace asks for a day; the example is one of the periode.
func datePlace(name dialog.PlaceName, what, example string, back dialog.PlaceName, take func(*engine.Turn, kalender.Tanggal)) engine.Place {
	return engine.Place{
		Name: name, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			return ui.Screen{
				Text: ui.Spans{}.Plain("Periode ", state.Get(t).Periode.String()).Plain("\n").
					Field("Hari pertama", state.Get(t).Buka.Card()).Plain("Silakan ketik ", what, ", misalnya ", example, "-", state.Get(t).Periode.String(), "."),
				Rows: buttons.Rows(buttons.BackAndStop(t)),
			}
		},
		Awaits: engine.Values,
		Typed: func(t *engine.Turn, body string) {
			day, ok := kalender.ParseTanggal(body)
			if !ok {
				t.Again(fmt.Sprintf("Tanggal tidak dikenali. Mohon ketik seperti %s-%s.", example, state.Get(t).Periode))
				return
			}
			take(t, day)
		},
		Taps: engine.Taps{"kembali": engine.To(back), "batal": engine.Does((*engine.Turn).Cancel)},
	}
}

// confirm asks once more before the days of a periode are changed.
func confirm(t *engine.Turn, p kalender.Periode, wanted kalender.Jendela) {
	state.Set(t, looked{Periode: p, Dulu: t.Jendela(p), Nanti: wanted})
	t.Go(atSure)
}

func surePlace() engine.Place {
	return engine.Place{
		Name: atSure, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			s := state.Get(t)
			return ui.Screen{
				Text: ui.Spans{}.Plain("Apakah Anda ingin mengubah masa pengusulan periode ", s.Periode.String(), "?").
					Plain("\n", jendelaWords(s.Dulu), " → ", jendelaWords(s.Nanti)),
				Rows: buttons.Rows(buttons.Row(buttons.Here(t, "Ya, Lanjutkan", "ya", 0), buttons.Stop(t))),
			}
		},
		Taps: engine.Taps{"ya": engine.Does(save), "batal": engine.To(atKelolaPeriode)},
	}
}

// save keeps the days that were agreed to, if those that were shown are still the ones that count.
func save(t *engine.Turn) {
	s := state.Get(t)
	if t.Jendela(s.Periode) != s.Dulu {
		t.Note = "⚠️ Masa pengusulan ini baru saja diubah, sehingga belum ada yang disimpan. Silakan periksa lagi."
		t.Go(atKelolaPeriode)
		return
	}
	saveJendela(t, s.Periode, s.Nanti)
}

func saveJendela(t *engine.Turn, p kalender.Periode, j kalender.Jendela) {
	before := t.Jendela(p)
	t.Do(dialog.SaveJendela{Periode: p, Jendela: j})
	trail.Record(t, flow.UbahPeriode, 0, p.String(), jejak.Perubahan{Kolom: "Pengusulan", Sebelum: jendelaWords(before), Sesudah: jendelaWords(j)})
	t.Answer("Tersimpan.")
	t.Go(atKelolaPeriode)
}
