// Package cetakan answers who holds something printed and opens the link of its code. Whether he may see it is judged when
// the answer is made, and who may not hears the same as about a code that never was.
package cetakan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/spelling"
)

// Conversation takes the links on what was printed.
func Conversation() engine.Conversation {
	return engine.Conversation{Name: "cetakan", Start: start}
}

// start takes the payload of a link if it is that of a print.
func start(t *engine.Turn, payload string) bool {
	kode, is := cetakan.ParseKode(payload)
	if is {
		t.Do(dialog.Send{To: t.Me(), Right: dialog.Right{Who: dialog.Bound}, Laporan: dialog.Laporan{
			Jenis: dialog.LaporanPeriksa, Teks: kode, Oleh: t.Who.ID,
		}})
	}
	return is
}

// Unknown is the answer to a code that is none, and to a code of what the person may not see.
func Unknown() ui.Screen {
	return ui.Screen{Text: ui.Spans{}.Plain("Kode berkas itu tidak dikenal. Mohon periksa kembali kode pada berkas, lalu coba lagi.")}
}

// Screen says what was printed and whether it is still true. Times are in the zone of the office.
func Screen(a flow.Aturan, h cetakan.Hasil) ui.Screen {
	text := verdict(h).Plain("\n\n").Field("Berkas", h.Jenis)
	for _, f := range h.Filter {
		text = text.Plain(f, "\n")
	}
	by := h.OlehNama
	if by == "" {
		by = "sistem"
	}
	text = text.Field("Dibuat", h.Pada.In(a.Zona).Format("02-01-2006 15.04 MST")).Field("Oleh", by).
		Field("Jumlah", hitung.Angka(h.Baris)+" usulan").Field("Kode", h.Cetak()).
		Plain(fmt.Sprintf("Jejak saat itu: No. %s, hash %s\n", hitung.Angka(int(h.Nomor)), spelling.Clip(h.Hash, 17)))
	if h.Banyak > 0 {
		text = text.Plain("\nUsulan yang berubah:\n")
	}
	for _, u := range h.Berubah {
		text = text.Plain(fmt.Sprintf("No. %d %s, %s: %s pada %s\n", u.Usulan, spelling.Clip(u.Nama, 40), spelling.Clip(u.Diklat, 50), u.Entri.Aksi, u.Entri.At.In(a.Zona).Format("02-01-2006 15.04")))
	}
	if more := h.Banyak - len(h.Berubah); more > 0 {
		text = text.Plain(fmt.Sprintf("dan %s usulan lain.\n", hitung.Angka(more)))
	}
	if h.Induk > 0 {
		text = text.Plain(fmt.Sprintf("%s berubah %s kali sejak itu.\n", induk(h), hitung.Angka(h.Induk)))
	}
	return ui.Screen{Text: text}
}

// induk names the master data behind a print.
func induk(h cetakan.Hasil) string {
	if h.Rencana {
		return "Data pegawai, OPD, jenis diklat atau isian rencana"
	}
	return "Data pegawai, OPD atau jenis diklat"
}

func verdict(h cetakan.Hasil) ui.Spans {
	switch {
	case h.Asli():
		return ui.Spans{}.Plain("✅ Asli; data tidak berubah sejak dicetak.")
	case !h.Utuh:
		return ui.Spans{}.Plain("⚠️ Basis data dipulihkan dari cadangan sesudah berkas ini dibuat, sehingga keasliannya tidak dapat dipastikan. Mohon cetak ulang.")
	case h.Banyak == 0:
		return ui.Spans{}.Plain("⚠️ Usulan tidak berubah sejak dicetak, tetapi data induknya berubah.")
	}
	return ui.Spans{}.Plain(fmt.Sprintf("⚠️ Data berubah sejak dicetak: %s usulan.", hitung.Angka(h.Banyak)))
}
