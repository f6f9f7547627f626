package pegawai

import (
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/trail"
	"siip-asn/flow/percakapan/wording"
)

// invite makes a new activation code, and shows it once: as a text to copy or to send, and as a picture to be held before a
// camera.
func invite(t *dialog.Turn) {
	p := managed(t)
	if _, bound := t.AccountOf(p.ID); bound || !p.Aktif() {
		t.Again("Pegawai ini sudah terhubung atau Nonaktif, sehingga tidak diundang. Bila perlu, putuskan dahulu akunnya.")
		return
	}
	kode := flow.NewKode(t.Event.Random)
	until := t.Event.At.Add(t.Aturan().AktivasiBerlaku)
	t.Do(dialog.SaveAktivasi{Aktivasi: flow.Aktivasi{Hash: flow.HashKode(kode), Pegawai: p.ID, Sampai: until}})
	trail.Record(t, flow.Undang, p.ID, "")
	link := t.Aturan().Link(kode)
	text := dialog.Spans{}.Plain("Undangan untuk ").Bold(p.Nama).Plain(":\n").Code(kode).Plain("\n", link, "\n\n",
		"Berlaku sampai ", wording.Clock(t, until), ", sekali pakai. Kode lama pegawai ini tidak berlaku lagi. Silakan teruskan hanya kepada yang bersangkutan.")
	t.Answer("Kode aktivasi dibuat.")
	t.Do(dialog.Show{To: t.Me(), Screen: dialog.Screen{Text: text, Rows: handOut(t, p, kode, link, wording.Clock(t, until))}})
	if link != "" {
		t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{Jenis: dialog.LaporanQR, Pegawai: p.ID, Teks: link}})
	}
}

// copyMax is how many characters a button can copy.
const copyMax = 256

// handOut are the ways in which an invitation reaches its pegawai: copied, or as a WhatsApp message to the recorded number.
func handOut(t *dialog.Turn, p flow.Pegawai, kode, link, until string) [][]dialog.Choice {
	words := "Kode aktivasi SIIP-ASN Anda: " + kode + "\n" + link + "\nBerlaku sampai " + until + "."
	row := buttons.Row()
	if len(words) <= copyMax {
		row = append(row, dialog.Choice{Label: "Salin", Copy: words})
	}
	if p.HP != "" {
		number := strings.TrimPrefix(string(p.HP), "+")
		row = append(row, dialog.Choice{Label: "Kirim WhatsApp", Link: "https://wa.me/" + number + "?text=" + wording.InLink(words)})
	}
	return buttons.Rows(row)
}

// QRScreen is the caption of a link as a picture.
func QRScreen(p flow.Pegawai) dialog.Screen {
	return dialog.Screen{Text: dialog.Spans{}.Plain("Kode QR aktivasi untuk ").Bold(p.Nama).
		Plain("\nSilakan pindai dengan kamera HP yang bersangkutan.")}
}
