package pegawai

import (
	"encoding/hex"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/wording"
)

// invite has a new activation code made and sent. It is made when its turn to be sent has come, from what the event brings,
// and becomes valid when it stands in the chat: until then an earlier code lets its pegawai in, and no code lies in the
// outbox.
func invite(t *engine.Turn) {
	p := managed(t)
	if _, bound := t.AccountOf(p.ID); bound || !p.Aktif() {
		t.Again("Pegawai ini sudah terhubung atau Nonaktif, sehingga tidak diundang. Bila perlu, putuskan dahulu akunnya.")
		return
	}
	t.Answer("Undangan sedang disiapkan.")
	t.Do(dialog.Send{To: t.Me(), Laporan: dialog.Laporan{
		Jenis: dialog.LaporanUndangan, Pegawai: p.ID, Text: hex.EncodeToString(t.Event.Random[:]), Oleh: t.Who.ID,
	}})
}

// InvitationScreen shows a new activation code: as a text to copy or to send. until is when it ends, in words.
func InvitationScreen(p flow.Pegawai, kode, link, until string) ui.Screen {
	return ui.Screen{
		Text: ui.Spans{}.Plain("Undangan untuk ").Bold(p.Nama).Plain(":\n").Code(kode).Plain("\n", link, "\n\n",
			"Berlaku sampai ", until, ", sekali pakai. Kode lama pegawai ini tidak berlaku lagi. Silakan teruskan hanya kepada yang bersangkutan."),
		Rows: handOut(p, kode, link, until),
	}
}

// NoInvitationScreen says that somebody needs no code any more.
func NoInvitationScreen(p flow.Pegawai) ui.Screen {
	return ui.Screen{Text: ui.Spans{}.Bold(p.Nama).Plain(" sudah terhubung atau Nonaktif, sehingga tidak ada kode yang dibuat.")}
}

// copyMax is how many characters a button can copy.
const copyMax = 256

// handOut are the ways in which an invitation reaches its pegawai: copied, or as a WhatsApp message to the recorded number.
func handOut(p flow.Pegawai, kode, link, until string) [][]ui.Choice {
	words := "Kode aktivasi SIIP-ASN Anda: " + kode + "\n" + link + "\nBerlaku sampai " + until + "."
	row := buttons.Row()
	if len(words) <= copyMax {
		row = append(row, ui.Choice{Label: "Salin", Copy: words})
	}
	if p.HP != "" {
		number := strings.TrimPrefix(string(p.HP), "+")
		row = append(row, ui.Choice{Label: "Kirim WhatsApp", Link: "https://wa.me/" + number + "?text=" + wording.InLink(words)})
	}
	return buttons.Rows(row)
}

// QRScreen is the caption of a link as a picture.
func QRScreen(p flow.Pegawai) ui.Screen {
	return ui.Screen{Text: ui.Spans{}.Plain("Kode QR aktivasi untuk ").Bold(p.Nama).
		Plain("\nSilakan pindai dengan kamera HP yang bersangkutan.")}
}
