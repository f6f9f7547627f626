package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// Data Saya shows a person what is kept about him, who sees it, and how it is put right (UU 27/2022 on personal data:
// the right to know and to have corrected).

func dataSayaPlace() place { return place{screen: (*turn).dataSayaScreen} }

func (t *turn) dataSayaScreen() dialog.Screen {
	text := t.keptText().Plain("\n").
		Bold("Siapa yang melihat").Plain("\n",
		"• Admin OPD Anda: usulan Anda beserta nama, NIP, jabatan, dan rekomendasi.\n",
		"• Admin SIIP-ASN: seluruh data ini, untuk verifikasi dan rekap.\n",
		"• Pesan bot ini lewat server Telegram dan tersimpan di percakapan Anda.\n\n").
		Bold("Hak Anda").Plain("\n",
		"• Data salah atau kurang: mohon sampaikan kepada Admin OPD Anda; Admin SIIP-ASN yang memperbaikinya.\n",
		"• Akun Telegram dapat diputuskan kapan saja dengan Keluar.\n",
		"• Usulan dan jejak disimpan sebagai arsip kepegawaian; penghapusan dimintakan kepada Admin SIIP-ASN.")
	return dialog.Screen{Text: text, Rows: rows(
		row(door("📄 Usulan Saya", "usulan", 0), door("🚪 Keluar", "keluar", 0)),
		row(door("⬅️ Kembali", "bantuan", 0), toMenu()[0]))}
}

// keptText lists what is kept about the person.
func (t *turn) keptText() dialog.Spans {
	p := t.saya
	opd, _ := t.OPD(p.OPD)
	return dialog.Spans{}.Bold("Data Saya").Plain("\nYang disimpan SIIP-ASN tentang Anda:\n\n").
		Field("Nama", p.Nama).Field("NIP", string(p.NIP)).Field("Jabatan", p.Jabatan).Field("Jenjang", string(p.Jenjang)).
		Field("OPD", opd.Nama).Field("Peran", p.PeranWords()).
		Field("No HP", or(p.HP.Masked(), "belum ada")).
		Field("Nilai Kompetensi", or(p.Nilai, "belum ada")).Field("Rekomendasi", or(p.Rekomendasi, "belum ada")).
		Field("Akun Telegram", fmt.Sprintf("nomor %d, terhubung sejak %s", t.akun.ID, t.clock(t.akun.Sejak))).
		Field("Usulan", fmt.Sprint(len(t.UsulanOf(p.ID)))).
		Field("Jejak", t.jejakCount(p.ID))
}

// jejakMost is how many entries of the trail are counted for a screen.
const jejakMost = 500

// jejakCount says how many entries of the trail are about a pegawai.
func (t *turn) jejakCount(p flow.PegawaiID) string {
	n := len(t.Jejak(flow.Jejak{Pegawai: p}, 0, jejakMost))
	if n == jejakMost {
		return fmt.Sprintf("%d catatan atau lebih", n)
	}
	return fmt.Sprintf("%d catatan", n)
}
