// Package bantuan is the help, one screen a role, and Data Saya: what is kept about the person. A newcomer reads Conversation.
package bantuan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/queue"
	"siip-asn/flow/percakapan/wording"
)

// The places.
const (
	atPegawai  dialog.PlaceName = "bantuan"
	atOPD      dialog.PlaceName = "bantuan/opd"
	atSIIP     dialog.PlaceName = "bantuan/siip"
	atDataSaya dialog.PlaceName = "bantuan/data"
)

// Conversation is the guide (panduan, bagian I to III), rewritten for the bot: one screen a role, with the buttons that do
// what it tells; and what is kept about the person.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name: "bantuan",
		Places: []engine.Place{
			helpPlace(atPegawai, nil, bantuanPegawai), helpPlace(atOPD, &engine.AdminOPD, bantuanOPD),
			helpPlace(atSIIP, &engine.AdminSIIP, bantuanSIIP), {Name: atDataSaya, Screen: dataSayaScreen},
		},
		Doors:    []engine.Door{engine.Opens("bantuan", open), engine.Leads("data", atDataSaya)},
		Commands: []engine.BotCommand{{Name: "bantuan", About: "Petunjuk singkat", Rank: 8, For: engine.Everybody, Run: open}},
	}
}

// open begins with the role in which the person has most to do.
func open(t *engine.Turn) {
	switch {
	case t.Who.AdminSIIP:
		t.Go(atSIIP)
	case t.Who.AdminOPD:
		t.Go(atOPD)
	default:
		t.Go(atPegawai)
	}
}

func helpPlace(name dialog.PlaceName, only *engine.Audience, screen func(*engine.Turn) ui.Screen) engine.Place {
	return engine.Place{Name: name, Only: only, Screen: screen, Taps: engine.Taps{
		"bantu-pegawai": engine.To(atPegawai),
		"bantu-opd":     engine.To(atOPD),
		"bantu-siip":    engine.To(atSIIP),
	}}
}

// helpScreen is a screen of the guide: its steps, the buttons that do what they tell, and the way to the other roles.
func helpScreen(t *engine.Turn, here flow.Peran, text ui.Spans, do ...[]ui.Choice) ui.Screen {
	var others []ui.Choice
	for _, p := range t.Who.Peran() {
		if p != here {
			others = append(others, buttons.Here(t, "Untuk "+p.String(), map[flow.Peran]string{
				flow.Pemilik: "bantu-pegawai", flow.AdminOPD: "bantu-opd", flow.AdminSIIP: "bantu-siip",
			}[p], 0))
		}
	}
	return ui.Screen{
		Text: append(ui.Spans{}.Plain("Petunjuk untuk ", here.String(), "\n\n"),
			text.Plain("\n/batal membatalkan isian kapan saja, /start kembali ke menu.", moreHelp(t))...),
		Rows: append(buttons.Rows(do...), append(buttons.Fit(others), buttons.ToMenu())...),
	}
}

// moreHelp names whom to ask, where the config says so.
func moreHelp(t *engine.Turn) string {
	kontak := wording.Contact(t, "")
	if kontak == "" {
		return ""
	}
	return "\nPerlu bantuan? " + wording.Sentence("Silakan hubungi "+kontak)
}

// step is a numbered line of the guide: the word on the button, and what it does.
func step(text ui.Spans, n int, word, about string) ui.Spans {
	return text.Plain(fmt.Sprintf("%d. %s: %s\n", n, word, about))
}

func bantuanPegawai(t *engine.Turn) ui.Screen {
	talentpool := ""
	if t.Who.UjiKompetensi() {
		talentpool = " Karena Anda sudah mengikuti Uji Kompetensi, rekomendasi dari hasil talentpool juga dapat diisi."
	}
	text := step(nil, 1, "Tambah", "pilih dari panduan jenis diklat, atau Isi Manual bila tidak ada di sana. Nama, NIP, Jabatan, dan OPD terisi sendiri."+
		talentpool+" Periksa, lalu tekan Simpan.")
	text = step(text, 2, "Usulan Saya", "melihat status. Admin OPD memeriksa dahulu, lalu Admin SIIP-ASN; setiap perubahan diberitahukan di sini.")
	text = step(text, 3, "Edit", "mengubah usulan selama USULAN MASUK, USULAN DIREVISI, atau USULAN DITOLAK. Setelah DITERUSKAN, perubahan hanya dapat dilakukan oleh Admin SIIP-ASN.")
	text = step(text, 4, "History", "tahapan proses usulan, dengan keterangan admin.")
	return helpScreen(t, flow.Pemilik, text.Plain("\nSetiap pegawai dapat mengusulkan 1 (satu) kali ", kartu.InPeriode(t), ".\n"),
		buttons.OwnRow(), buttons.Row(buttons.Door("Data Saya", "data", 0)))
}

func bantuanOPD(t *engine.Turn) ui.Screen {
	text := step(nil, 1, "Antrean", "usulan pegawai OPD Anda satu per satu, yang terlama lebih dahulu. Begitu diputuskan, yang berikutnya muncul.")
	text = step(text, 2, "Edit", "membantu memperbaiki isian.")
	text = step(text, 3, "Teruskan", "mengirim usulan ke Admin SIIP-ASN.")
	text = step(text, 4, "Revisi, Tolak", "mengembalikan atau menolak usulan, dengan keterangan untuk pegawai.")
	text = step(text, 5, "Daftar", "semua usulan OPD Anda, juga yang sudah diputuskan; dengan Filter dan Pencarian.")
	text = step(text, 6, "Centang", "di Daftar, memilih banyak usulan untuk satu aksi, Cetak, atau Export ke Excel.")
	return helpScreen(t, flow.AdminOPD, text.Plain(ownVerdict(t)), buttons.DeskRow(len(queue.Waiting(t))))
}

// ownVerdict says that nobody verifies his own usulan, where that is the rule.
func ownVerdict(t *engine.Turn) string {
	if t.Aturan().VerifikasiSendiri {
		return ""
	}
	return "\nUsulan Anda sendiri diperiksa oleh admin lain.\n"
}

func bantuanSIIP(t *engine.Turn) ui.Screen {
	text := step(nil, 1, "Antrean", "usulan yang diteruskan, dan usulan dari OPD tanpa admin. Setujui, Revisi, Tolak, Edit, atau Hapus.")
	text = step(text, 2, "Daftar", "usulan semua OPD, dengan Filter OPD, Rekomendasi, Status, dan Periode; Pencarian cukup dengan mengetik.")
	text = step(text, 3, "Centang", "di Daftar, memilih banyak usulan untuk satu aksi, Cetak, atau Export ke Excel.")
	text = step(text, 4, "Tambah untuk Pegawai", "mengusulkan atas nama pegawai, juga saat pengusulan ditutup.")
	text = step(text, 5, "Rekap", "diklat yang paling diminati; juga dikirim ke sini menurut jadwal.")
	text = step(text, 6, "Kelola", "panduan, judul manual, pegawai dan perannya, periode, OPD, dan catatan perubahan. Berkas Excel pegawai atau panduan cukup dikirim ke percakapan ini.")
	return helpScreen(t, flow.AdminSIIP, text, append(buttons.Rows(buttons.DeskRow(len(queue.Waiting(t)))), buttons.OfficeRows()...)...)
}
