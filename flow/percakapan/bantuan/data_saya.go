package bantuan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/wording"
)

func dataSayaScreen(t *dialog.Turn) dialog.Screen {
	text := keptText(t).Plain("\n").
		Bold("Siapa yang melihat").Plain("\n",
		"• Admin OPD Anda: usulan Anda beserta nama, NIP, jabatan, dan rekomendasi.\n",
		"• Admin SIIP-ASN: seluruh data ini, untuk verifikasi dan rekap.\n",
		"• Pesan bot ini lewat server Telegram dan tersimpan di percakapan Anda.\n\n").
		Bold("Hak Anda").Plain("\n",
		"• Data salah atau kurang: mohon sampaikan kepada Admin OPD Anda; Admin SIIP-ASN yang memperbaikinya.\n",
		"• Akun Telegram dapat diputuskan kapan saja dengan Keluar.\n",
		"• Usulan dan jejak disimpan sebagai arsip kepegawaian; penghapusan dimintakan kepada Admin SIIP-ASN.")
	return dialog.Screen{Text: text, Rows: buttons.Rows(
		buttons.Row(buttons.Door("📄 Usulan Saya", "usulan", 0), buttons.Door("🚪 Keluar", "keluar", 0)),
		buttons.Row(buttons.Door("⬅️ Kembali", "bantuan", 0), buttons.ToMenu()[0]))}
}

// keptText lists what is kept about the person.
func keptText(t *dialog.Turn) dialog.Spans {
	p := t.Who
	opd, _ := t.OPD(p.OPD)
	return dialog.Spans{}.Bold("Data Saya").Plain("\nYang disimpan SIIP-ASN tentang Anda:\n\n").
		Field("Nama", p.Nama).Field("NIP", string(p.NIP)).Field("Jabatan", p.Jabatan).Field("Jenjang", string(p.Jenjang)).
		Field("OPD", opd.Nama).Field("Peran", p.PeranWords()).
		Field("No HP", wording.Or(p.HP.Masked(), "belum ada")).
		Field("Nilai Kompetensi", wording.Or(p.Nilai, "belum ada")).Field("Rekomendasi", wording.Or(p.Rekomendasi, "belum ada")).
		Field("Akun Telegram", fmt.Sprintf("nomor %d, terhubung sejak %s", t.Self.ID, wording.Clock(t, t.Self.Sejak))).
		Field("Usulan", fmt.Sprint(len(t.UsulanOf(p.ID)))).
		Field("Diklat yang pernah diikuti", riwayatWords(t.Riwayat(p.ID))).
		Field("Jejak", jejakCount(t, p.ID))
}

// riwayatNamed is how many of the diklat that were taken are named.
const riwayatNamed = 3

// riwayatWords names the newest of them, with their jam pelajaran.
func riwayatWords(list []flow.Riwayat) string {
	if len(list) == 0 {
		return ""
	}
	return flow.Sebut(list, riwayatNamed, func(r flow.Riwayat) string {
		return fmt.Sprintf("%s (%d, %d JP)", flow.Clip(r.Diklat, 60), r.Tahun, r.JP)
	})
}

// jejakMost is how many entries of the trail are counted for a screen.
const jejakMost = 500

// jejakCount says how many entries of the trail are about a pegawai.
func jejakCount(t *dialog.Turn, p flow.PegawaiID) string {
	n := len(t.Jejak(flow.Jejak{Pegawai: p}, 0, jejakMost))
	if n == jejakMost {
		return fmt.Sprintf("%d catatan atau lebih", n)
	}
	return fmt.Sprintf("%d catatan", n)
}
