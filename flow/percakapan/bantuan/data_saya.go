package bantuan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

func dataSayaScreen(t *engine.Turn) ui.Screen {
	return ui.Screen{Text: keptText(t).Plain(
		"Yang melihat: Admin OPD Anda (usulan beserta nama, NIP, jabatan, dan rekomendasi) dan Admin SIIP-ASN (seluruhnya). Pesan bot ini melalui server Telegram.\n",
		wording.Sentence("Data salah atau kurang, atau ingin dihapus? Mohon sampaikan kepada "+wording.Contact(t, "Admin OPD atau Admin SIIP-ASN")), " Usulan dan catatan perubahan disimpan sebagai arsip kepegawaian."),
		Rows: buttons.Rows(
			buttons.Row(buttons.Door("📄 Usulan Saya", "usulan", 0)),
			buttons.Row(buttons.Door("Putuskan akun Telegram ini", "keluar", 0)),
			buttons.Row(buttons.Door("Kembali", "bantuan", 0), buttons.Menu()))}
}

// keptText lists what is kept about the person.
func keptText(t *engine.Turn) ui.Spans {
	p := t.Who
	opd, _ := t.OPD(p.OPD)
	return ui.Spans{}.Plain("Data Saya\n").
		Strong("Nama", p.Nama).Field("NIP", string(p.NIP)).Field("Jabatan", fmt.Sprintf("%s (%s)", p.Jabatan, p.Jenjang)).
		Field("OPD", opd.Nama).Field("Peran", p.PeranWords()).
		Field("Nomor HP", wording.Or(p.HP.Masked(), "belum ada")).
		Field("Nilai Kompetensi", wording.Or(p.Nilai, "belum ada")).Field("Rekomendasi", wording.Or(p.Rekomendasi, "belum ada")).
		Field("Akun Telegram", fmt.Sprintf("nomor %d, terhubung sejak %s", t.Self.ID, wording.Clock(t, t.Self.Sejak))).
		Field("Diklat yang pernah diikuti", riwayatWords(t.Riwayat(p.ID))).
		Field("Usulan", fmt.Sprintf("%d, dengan %s", len(t.UsulanOf(p.ID)), jejakCount(t, p.ID)))
}

// riwayatNamed is how many of the diklat that were taken are named.
const riwayatNamed = 3

// riwayatWords names the newest of them, with their jam pelajaran.
func riwayatWords(list []imports.Riwayat) string {
	if len(list) == 0 {
		return ""
	}
	return imports.Listed(list, riwayatNamed, func(r imports.Riwayat) string {
		return fmt.Sprintf("%s (%d, %d JP)", spelling.Clip(r.Diklat, 60), r.Tahun, r.JP)
	})
}

// jejakMost is how many entries of the trail are counted for a screen.
const jejakMost = 500

// jejakCount says how many entries of the trail are about a pegawai.
func jejakCount(t *engine.Turn, p flow.PegawaiID) string {
	n := len(t.Jejak(jejak.Bagian{Pegawai: p}, 0, jejakMost))
	if n == jejakMost {
		return fmt.Sprintf("%d catatan perubahan atau lebih", n)
	}
	return fmt.Sprintf("%d catatan perubahan", n)
}
