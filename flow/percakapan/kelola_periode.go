package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

func kelolaPeriodePlace() place {
	return place{
		screen: (*turn).kelolaPeriodeScreen,
		taps: map[string]func(*turn, uint64){
			"ubah": func(t *turn, year uint64) {
				t.s.Kelola.Periode, t.s.Kelola.Buka = flow.Periode(min(year, 9999)), ""
				t.goTo(atPeriodeBuka)
			},
			"bebas": func(t *turn, year uint64) {
				t.saveJendela(flow.Periode(min(year, 9999)), flow.Jendela{})
			},
			"kembali": to(atKelola),
		},
	}
}

// kelolaPeriodeScreen shows this year and the next.
func (t *turn) kelolaPeriodeScreen() dialog.Screen {
	text := dialog.Spans{}.Bold("Periode Pengusulan").Plain("\n\n")
	var all [][]dialog.Choice
	for _, p := range []flow.Periode{t.today().Periode(), t.today().Periode() + 1} {
		j := t.Jendela(p)
		text = text.Field("Periode "+p.String(), jendelaWords(j))
		r := row(t.here("🗓 Atur "+p.String(), "ubah", uint64(p)))
		if j.Bounded() {
			r = append(r, t.here("♾ Tanpa batas "+p.String(), "bebas", uint64(p)))
		}
		all = append(all, r)
	}
	return dialog.Screen{
		Text: text.Plain("\nDi luar tanggal itu pegawai tidak dapat mengusulkan; Admin SIIP-ASN tetap dapat menambahkan."),
		Rows: append(all, t.back()),
	}
}

func jendelaWords(j flow.Jendela) string {
	if !j.Bounded() {
		return "tanpa batas tanggal"
	}
	return fmt.Sprintf("%s sampai %s", j.Buka.Card(), j.Tutup.Card())
}

func periodeBukaPlace() place {
	return datePlace("hari pertama pengusulan", "01-09", atKelolaPeriode, func(t *turn, day flow.Tanggal) {
		if day.Periode() != t.s.Kelola.Periode {
			t.again(fmt.Sprintf("Tanggal harus pada tahun %s. Mohon ketik lagi.", t.s.Kelola.Periode))
			return
		}
		t.s.Kelola.Buka = day
		t.goTo(atPeriodeTutup)
	})
}

func periodeTutupPlace() place {
	return datePlace("hari terakhir pengusulan", "30-11", atPeriodeBuka, func(t *turn, day flow.Tanggal) {
		switch {
		case day < t.s.Kelola.Buka:
			t.again("Hari terakhir tidak boleh sebelum hari pertama (" + t.s.Kelola.Buka.Card() + "). Mohon ketik lagi.")
		case day.Periode() != t.s.Kelola.Periode:
			t.again(fmt.Sprintf("Tanggal harus pada tahun %s. Mohon ketik lagi.", t.s.Kelola.Periode))
		default:
			t.saveJendela(t.s.Kelola.Periode, flow.Jendela{Buka: t.s.Kelola.Buka, Tutup: day})
		}
	})
}

// datePlace asks for a day; the example is one of the periode.
func datePlace(what, example string, back dialog.Place, take func(*turn, flow.Tanggal)) place {
	return place{
		screen: func(t *turn) dialog.Screen {
			return dialog.Screen{
				Text: dialog.Spans{}.Bold("Periode ", t.s.Kelola.Periode.String()).Plain("\n").
					Field("Hari pertama", t.s.Kelola.Buka.Card()).Plain("Silakan ketik ", what, ", misalnya ", example, "-", t.s.Kelola.Periode.String(), "."),
				Rows: rows(t.backAndStop()),
			}
		},
		typed: func(t *turn, body string) {
			day, ok := flow.ParseTanggal(body)
			if !ok {
				t.again(fmt.Sprintf("Tanggal tidak dikenali. Mohon ketik seperti %s-%s.", example, t.s.Kelola.Periode))
				return
			}
			take(t, day)
		},
		taps: map[string]func(*turn, uint64){"kembali": to(back), "batal": does((*turn).cancel)},
	}
}

func (t *turn) saveJendela(p flow.Periode, j flow.Jendela) {
	before := t.Jendela(p)
	t.do(dialog.SaveJendela{Periode: p, Jendela: j})
	t.record(flow.UbahPeriode, 0, p.String(), flow.Perubahan{Kolom: "Pengusulan", Sebelum: jendelaWords(before), Sesudah: jendelaWords(j)})
	t.answer("Tersimpan.")
	t.goTo(atKelolaPeriode)
}
