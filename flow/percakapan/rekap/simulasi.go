package rekap

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/rencana"
	"siip-asn/flow/spelling"
)

// The places of the simulation.
const (
	atPagu   dialog.PlaceName = "rekap/pagu"
	atUrutan dialog.PlaceName = "rekap/urutan"
	atNama   dialog.PlaceName = "rekap/skenario"
)

// skenarioMost is how many named budgets a periode can have: each has a button.
const skenarioMost = 10

// namaMin and namaMax bound the name of a scenario, in characters.
const namaMin, namaMax = 3, 60

// yearly tells whether one year is chosen: the plan and its budget are of a year.
func yearly(t *engine.Turn) bool {
	if chosen.Get(t).Periode == kalender.Semua {
		t.Refuse("Rencana dan simulasi dibuat untuk satu tahun. Silakan pilih periodenya dahulu.")
		return false
	}
	return true
}

func plan(t *engine.Turn) {
	if yearly(t) {
		send(t, dialog.LaporanRencana)
	}
}

func simulate(t *engine.Turn) {
	if yearly(t) {
		chosen.Edit(t).Pagu, chosen.Edit(t).Urutan = 0, ""
		t.Go(atPagu)
	}
}

func paguPlace() engine.Place {
	return engine.Place{
		Name: atPagu, Only: &engine.AdminSIIP, Screen: paguScreen, Typed: typePagu, Awaits: engine.Values,
		Taps: engine.Taps{
			"skenario": func(t *engine.Turn, n uint64) {
				list := skenarios(t)
				if n >= uint64(len(list)) {
					t.Again("Skenario itu tidak ada lagi.")
					return
				}
				chosen.Edit(t).Pagu = list[n].Pagu
				run(t, list[n].Order)
			},
			"kembali": engine.To(atRekap), "batal": engine.To(atRekap),
		},
	}
}

// typePagu takes an amount as the pagu, also at the place that asks for the order: people try several amounts one after the other.
func typePagu(t *engine.Turn, body string) {
	n, ok := rencana.ParseRupiah(body)
	switch {
	case !ok:
		t.Again("Pagu tidak dikenal. Mohon ketik rupiah bulat, misalnya 250 juta atau Rp 250.000.000.")
	case n == 0:
		t.Again("Pagu harus lebih dari Rp0.")
	default:
		chosen.Edit(t).Pagu, chosen.Edit(t).Urutan = n, ""
		t.Go(atUrutan)
	}
}

// skenarios are the named budgets of the periode and the part of the office that are chosen.
func skenarios(t *engine.Turn) []rencana.Skenario {
	c := chosen.Get(t)
	return slices.DeleteFunc(slices.Clone(t.Skenarios(c.Periode)), func(s rencana.Skenario) bool { return s.Scope != c.cut() })
}

func paguScreen(t *engine.Turn) ui.Screen {
	list := skenarios(t)
	text := head(t, "Simulasi Anggaran").Plain(
		"Silakan ketik pagu dalam rupiah, misalnya 250 juta atau Rp 250.000.000. Yang dihitung hanya diklat yang kuota dan biayanya sudah diisi pada berkas Rencana.")
	var numbers []ui.Choice
	if len(list) > 0 {
		text = text.Plain("\n\nSkenario tersimpan:")
	}
	for i, s := range list {
		text = text.Plain(fmt.Sprintf("\n%d. %s: %s, %s", i+1, s.Nama, rencana.Rupiah(s.Pagu), s.Order.Nama()))
		numbers = append(numbers, buttons.Here(t, strconv.Itoa(i+1), "skenario", uint64(i)))
	}
	return ui.Screen{Text: text, Rows: append(slices.Collect(slices.Chunk(numbers, 5)), buttons.BackAndStop(t))}
}

func urutanPlace() engine.Place {
	return engine.Place{
		Name: atUrutan, Only: &engine.AdminSIIP, Screen: urutanScreen, Typed: typePagu, Awaits: engine.Values,
		Taps: engine.Taps{
			"urutan": func(t *engine.Turn, n uint64) {
				if n < uint64(len(rencana.Orders)) {
					run(t, rencana.Orders[n])
				}
			},
			"simpan-skenario": func(t *engine.Turn, _ uint64) { t.Go(atNama) },
			"hapus-skenario":  engine.Does(drop),
			"kembali":         engine.To(atPagu), "batal": engine.To(atRekap),
		},
	}
}

func urutanScreen(t *engine.Turn) ui.Screen {
	c := chosen.Get(t)
	text := head(t, "Simulasi Anggaran").Field("Pagu", rencana.Rupiah(c.Pagu))
	if c.Urutan != "" {
		text = text.Field("Urutan", c.Urutan.Nama()).Plain("Hasilnya dikirim di bawah pesan ini.\n")
	}
	text = text.Plain("\nDengan urutan apa pagu dibagikan?")
	var rows [][]ui.Choice
	for i, u := range rencana.Orders {
		rows = append(rows, buttons.Row(buttons.Here(t, u.Nama(), "urutan", uint64(i))))
	}
	if c.Urutan != "" {
		if saved(t) == nil {
			rows = append(rows, buttons.Row(buttons.Here(t, "Simpan sebagai Skenario", "simpan-skenario", 0)))
		} else {
			rows = append(rows, buttons.Row(buttons.Here(t, "Ubah Nama", "simpan-skenario", 0), buttons.Here(t, "🗑 Hapus Skenario", "hapus-skenario", 0)))
		}
	}
	return ui.Screen{Text: text, Rows: append(rows, buttons.BackAndStop(t))}
}

// run sends what the budget pays in this order.
func run(t *engine.Turn, u rencana.Order) {
	chosen.Edit(t).Urutan = u
	t.Answer("Simulasi sedang dihitung.")
	t.Go(atUrutan)
	c := chosen.Get(t)
	t.Do(dialog.Send{To: t.Me(), Right: dialog.Right{Who: dialog.AnAdminSIIP}, Laporan: dialog.Laporan{
		Jenis: dialog.LaporanSimulasi, Periode: c.Periode, OPD: c.OPD, Jenjang: c.Jenjang, Pagu: c.Pagu, Urutan: string(u), Oleh: t.Who.ID,
	}})
}

// saved is the named scenario of what is chosen, if there is one.
func saved(t *engine.Turn) *rencana.Skenario {
	c := chosen.Get(t)
	for _, s := range skenarios(t) {
		if s.Pagu == c.Pagu && s.Order == c.Urutan {
			return &s
		}
	}
	return nil
}

func drop(t *engine.Turn) {
	if s := saved(t); s != nil {
		t.Do(dialog.SaveSkenario{Skenario: *s, Hapus: true})
		t.Answer("Skenario telah dihapus.")
	}
	t.Go(atPagu)
}

func namaPlace() engine.Place {
	return engine.Place{
		Name: atNama, Only: &engine.AdminSIIP,
		Screen: func(t *engine.Turn) ui.Screen {
			c := chosen.Get(t)
			return ui.Screen{
				Text: head(t, namaTitle(t)).Field("Pagu", rencana.Rupiah(c.Pagu)).Field("Urutan", c.Urutan.Nama()).
					Plain("Silakan ketik namanya, misalnya APBD murni. Skenario ikut tercantum dalam berkas Rencana."),
				Rows: buttons.Rows(buttons.BackAndStop(t)),
			}
		},
		Typed: func(t *engine.Turn, body string) { keep(t, spelling.Tidy(body)) },
		Taps:  engine.Taps{"kembali": engine.To(atUrutan), "batal": engine.To(atUrutan)},
	}
}

func namaTitle(t *engine.Turn) string {
	if saved(t) != nil {
		return "Ubah Nama Skenario"
	}
	return "Simpan Skenario"
}

// keep gives what is chosen a name, in the place of the one that it had.
func keep(t *engine.Turn, nama string) {
	c := chosen.Get(t)
	old := saved(t)
	list := slices.DeleteFunc(slices.Clone(t.Skenarios(c.Periode)), func(s rencana.Skenario) bool { return old != nil && s.Nama == old.Nama })
	known := slices.ContainsFunc(list, func(s rencana.Skenario) bool { return judul.Key(s.Nama) == judul.Key(nama) })
	wrong := wording.WrongLength("Nama skenario", nama, namaMin, namaMax)
	switch {
	case wrong != "":
		t.Again(wrong)
	case judul.Key(nama) == "":
		t.Again("Nama skenario harus memuat huruf atau angka.")
	case known:
		t.Again("Nama itu sudah dipakai. Mohon ketik nama lain.")
	case len(list) >= skenarioMost:
		t.Again(fmt.Sprintf("Sudah ada %d skenario. Silakan hapus salah satu dahulu.", skenarioMost))
	default:
		if old != nil {
			t.Do(dialog.SaveSkenario{Skenario: *old, Hapus: true})
		}
		t.Do(dialog.SaveSkenario{Skenario: rencana.Skenario{
			Scope: c.cut(), Periode: c.Periode, Nama: nama, Pagu: c.Pagu, Order: c.Urutan, Oleh: t.Who.Nama, Pada: t.Event.At,
		}})
		t.Note = "Skenario " + nama + " tersimpan."
		t.Go(atPagu)
	}
}

func lines(list []string) []string {
	var all []string
	for _, l := range list {
		all = append(all, l, "\n")
	}
	return all
}

// namedMost is how many diklat the answer names: a screen has 15 lines.
const namedMost = 8

// Simulasi is the answer of the budget in words; part says of which part of the office, if not of all.
func Simulasi(p kalender.Periode, part []string, h rencana.Result) ui.Screen {
	text := ui.Spans{}.Plain("Simulasi Anggaran ", p.String(), "\n").Plain(lines(part)...).
		Field("Pagu", rencana.Rupiah(h.Pagu)).Field("Urutan", h.Order.Nama()).Plain(h.Order.Explanation(), "\n\n")
	if len(h.Funded)+h.Unpriced == 0 && h.Cutoff == nil {
		return ui.Screen{Text: text.Plain("Belum ada diklat yang diminati pada periode ini.")}
	}
	text = text.Plain(fmt.Sprintf("Didanai: %s diklat, %s pegawai, %s OPD", hitung.Number(len(h.Funded)), hitung.Number(h.Pegawai), hitung.Number(h.OPD))).
		Plain(fmt.Sprintf("\nTerpakai %s, sisa %s\n", rencana.Rupiah(h.Spent), rencana.Rupiah(h.Left())))
	for i, d := range h.Funded[:min(namedMost, len(h.Funded))] {
		text = text.Plain(fmt.Sprintf("%d. %s: %s angkatan, %s dari %s pegawai, %s\n", i+1, spelling.Clip(d.Diklat, 60),
			hitung.Number(d.Angkatan), hitung.Number(d.Pegawai), hitung.Number(d.Peminat), rencana.Rupiah(d.Biaya)))
	}
	if more := len(h.Funded) - namedMost; more > 0 {
		text = text.Plain(fmt.Sprintf("dan %s diklat lain; simpan sebagai skenario agar tercantum dalam berkas Rencana.\n", hitung.Number(more)))
	}
	var last []string
	if g := h.Cutoff; g != nil {
		last = append(last, fmt.Sprintf("Garis pagu jatuh sebelum %s angkatan ke-%d (%s pegawai, %s).", spelling.Clip(g.Diklat, 60), g.Ke, hitung.Number(g.Pegawai), rencana.Rupiah(g.Biaya)))
	} else if len(h.Funded) > 0 {
		last = append(last, "Semua diklat yang sudah diisi biayanya terdanai.")
	}
	if h.Unpriced > 0 {
		last = append(last, fmt.Sprintf("Belum dihitung: %s diklat, karena kuota atau biayanya belum diisi pada berkas Rencana.", hitung.Number(h.Unpriced)))
	}
	return ui.Screen{Text: text.Plain(strings.Join(last, "\n"))}
}
