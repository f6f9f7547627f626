// Package cetakan answers somebody who holds a print and opens the link of its code, or types the code. Whether he may see it is
// judged when the answer is made; who may not gets the same answer as for a code that does not exist, so that codes cannot be
// probed.
package cetakan

import (
	"fmt"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/jejak"
	"siip-asn/flow/spelling"
)

// Conversation takes the links on what was printed.
func Conversation() engine.Conversation {
	return engine.Conversation{Name: "cetakan", Start: start, Heard: heard}
}

// start takes the payload of a link if it is that of a print.
func start(t *engine.Turn, payload string) bool {
	kode, is := cetakan.ParseKode(payload)
	if is {
		ask(t, kode)
	}
	return is
}

// heard takes a code that is typed off the paper. Where words of the person's own are awaited, such as a reason, the text must be
// nothing but the code: a reason may name a print. In a search a code anywhere in the text is enough, since no list has one.
func heard(t *engine.Turn, body string, here engine.Awaited) bool {
	kode, whole, found := cetakan.FindKode(body)
	if !found || here == engine.Prose && !whole {
		return false
	}
	ask(t, kode)
	return true
}

// ask orders the answer about a code as a report, which is made when its turn comes. Nothing is looked up here, so that how long the
// answer takes does not tell whether the code exists.
func ask(t *engine.Turn, kode string) {
	t.Do(dialog.Send{To: t.Me(), Right: dialog.Right{Who: dialog.Bound}, Laporan: dialog.Laporan{
		Jenis: dialog.LaporanPeriksa, Text: kode, Oleh: t.Who.ID,
	}})
}

// Unknown is the answer to a code that is none, and to a code of what the person may not see.
func Unknown() ui.Screen {
	return ui.Screen{Text: ui.Spans{}.Plain("Kode berkas itu tidak dikenal. Mohon periksa kembali kode pada berkas, lalu coba lagi.")}
}

// UnknownSince is the answer to an Admin SIIP-ASN about a code that is none, of a database that was put back from a copy: a
// print that was made between the two is not known any more.
func UnknownSince(a flow.Aturan, p cetakan.Pemulihan) ui.Screen {
	at := func(t time.Time) string { return t.In(a.Zona).Format("02-01-2006 15.04 MST") }
	return ui.Screen{Text: Unknown().Text.Plain(fmt.Sprintf(
		"\n\nBasis data dipulihkan pada %s ke keadaan %s (catatan perubahan No. %s). Berkas yang dibuat di antara kedua waktu itu tidak tercatat lagi, sehingga keasliannya tidak dapat dipastikan. Mohon cetak ulang berkas tersebut.",
		at(p.Pada), at(p.Keadaan), hitung.Number(int(p.Nomor))))}
}

// Screen says what was printed and whether it is still true. Times are in the zone of the office.
func Screen(a flow.Aturan, h cetakan.Result) ui.Screen {
	text := verdict(a, h).Plain("\n\n").Field("Berkas", h.Jenis)
	for _, f := range h.Filter {
		text = text.Plain(f, "\n")
	}
	by := h.OlehNama
	if by == "" {
		by = "sistem"
	}
	text = text.Field("Dibuat", h.Pada.In(a.Zona).Format("02-01-2006 15.04 MST")).Field("Oleh", by).
		Field("Jumlah", hitung.Number(h.Baris)+" usulan").Field("Kode", h.Cetak()).
		Field("Jangkar jejak", jejak.Anchor{Nomor: h.Nomor, Hash: h.Hash}.Short())
	if h.Many > 0 {
		text = text.Plain("\nUsulan yang berubah:\n")
	}
	for _, u := range h.Changed {
		text = text.Plain(fmt.Sprintf("No. %d %s, %s: %s pada %s\n", u.Usulan, spelling.Clip(u.Nama, 40), spelling.Clip(u.Diklat, 50), u.Entry.Aksi, u.Entry.At.In(a.Zona).Format("02-01-2006 15.04")))
	}
	if more := h.Many - len(h.Changed); more > 0 {
		text = text.Plain(fmt.Sprintf("dan %s usulan lain.\n", hitung.Number(more)))
	}
	if h.Parent > 0 {
		text = text.Plain(fmt.Sprintf("%s berubah %s kali sejak itu.\n", induk(h), hitung.Number(h.Parent)))
	}
	return ui.Screen{Text: text}
}

// induk names the master data behind a print.
func induk(h cetakan.Result) string {
	if h.Rencana {
		return "Data pegawai, OPD, jenis diklat atau isian rencana"
	}
	return "Data pegawai, OPD atau jenis diklat"
}

func verdict(a flow.Aturan, h cetakan.Result) ui.Spans {
	switch {
	case h.Genuine():
		return ui.Spans{}.Plain("✅ Asli; data tidak berubah sejak dicetak.")
	case !h.Intact:
		return restored(a, h)
	case h.Many == 0:
		return ui.Spans{}.Plain("⚠️ Usulan tidak berubah sejak dicetak, tetapi data induknya berubah.")
	}
	return ui.Spans{}.Plain(fmt.Sprintf("⚠️ Data berubah sejak dicetak: %s usulan.", hitung.Number(h.Many)))
}

// restored says why nothing can be said of a print: a restore has taken its data away, or the trail was altered.
func restored(a flow.Aturan, h cetakan.Result) ui.Spans {
	if h.Dipulihkan.IsZero() {
		return ui.Spans{}.Bold("⚠️ Jejak basis data tidak lagi memuat catatan saat berkas ini dibuat, dan tidak ada pemulihan yang tercatat. Keasliannya tidak dapat dipastikan. Mohon laporkan kepada pengelola server.")
	}
	return ui.Spans{}.Bold(fmt.Sprintf("⚠️ Basis data dipulihkan dari cadangan pada %s, sesudah berkas ini dibuat, sehingga keasliannya tidak dapat dipastikan. Mohon cetak ulang.",
		h.Dipulihkan.In(a.Zona).Format("02-01-2006 15.04 MST")))
}
