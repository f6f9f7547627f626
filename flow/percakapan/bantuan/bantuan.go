// Package bantuan is the help, and Data Saya.
package bantuan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/queue"
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
func Conversation() dialog.Conversation {
	return dialog.Conversation{
		Name: "bantuan",
		Places: []dialog.Place{
			helpPlace(atPegawai, nil, bantuanPegawai), helpPlace(atOPD, &dialog.AdminOPD, bantuanOPD),
			helpPlace(atSIIP, &dialog.AdminSIIP, bantuanSIIP), {Name: atDataSaya, Screen: dataSayaScreen},
		},
		Doors:    []dialog.Door{dialog.Opens("bantuan", open), dialog.Leads("data", atDataSaya)},
		Commands: []dialog.BotCommand{{Name: "bantuan", About: "Petunjuk singkat", Rank: 8, For: dialog.Everybody, Run: open}},
	}
}

// open begins with the role in which the person has most to do.
func open(t *dialog.Turn) {
	switch {
	case t.Who.AdminSIIP:
		t.Go(atSIIP)
	case t.Who.AdminOPD:
		t.Go(atOPD)
	default:
		t.Go(atPegawai)
	}
}

func helpPlace(name dialog.PlaceName, only *dialog.Audience, screen func(*dialog.Turn) dialog.Screen) dialog.Place {
	return dialog.Place{Name: name, Only: only, Screen: screen, Taps: dialog.Taps{
		"bantu-pegawai": dialog.To(atPegawai),
		"bantu-opd":     dialog.To(atOPD),
		"bantu-siip":    dialog.To(atSIIP),
	}}
}

// helpScreen is a screen of the guide: its steps, the buttons that do what they tell, and the way to the other roles.
func helpScreen(t *dialog.Turn, here flow.Peran, text dialog.Spans, do ...[]dialog.Choice) dialog.Screen {
	var others []dialog.Choice
	for _, p := range t.Who.Peran() {
		if p != here {
			others = append(others, buttons.Here(t, "Untuk "+p.String(), map[flow.Peran]string{
				flow.Pemilik: "bantu-pegawai", flow.AdminOPD: "bantu-opd", flow.AdminSIIP: "bantu-siip",
			}[p], 0))
		}
	}
	return dialog.Screen{
		Text: append(dialog.Spans{}.Plain("Petunjuk untuk ", here.String(), "\n\n"), text.Plain("\n/batal membatalkan isian kapan saja, /start kembali ke menu.")...),
		Rows: append(buttons.Rows(do...), append(buttons.Fit(others), buttons.ToMenu())...),
	}
}

// step is a numbered line of the guide: the word on the button, and what it does.
func step(text dialog.Spans, n int, word, about string) dialog.Spans {
	return text.Plain(fmt.Sprintf("%d. %s: %s\n", n, word, about))
}

func bantuanPegawai(t *dialog.Turn) dialog.Screen {
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

func bantuanOPD(t *dialog.Turn) dialog.Screen {
	text := step(nil, 1, "Antrean", "usulan pegawai OPD Anda satu per satu, yang terlama lebih dahulu. Begitu diputuskan, yang berikutnya muncul.")
	text = step(text, 2, "Edit", "membantu memperbaiki isian.")
	text = step(text, 3, "Teruskan", "mengirim usulan ke Admin SIIP-ASN.")
	text = step(text, 4, "Revisi, Tolak", "mengembalikan atau menolak usulan, dengan keterangan untuk pegawai.")
	text = step(text, 5, "Daftar", "semua usulan OPD Anda, juga yang sudah diputuskan; dengan Filter dan Pencarian.")
	text = step(text, 6, "Centang", "di Daftar, memilih banyak usulan untuk satu aksi, Cetak, atau Export ke Excel.")
	return helpScreen(t, flow.AdminOPD, text.Plain(ownVerdict(t)), buttons.DeskRow(len(queue.Waiting(t))))
}

// ownVerdict says that nobody verifies his own usulan, where that is the rule.
func ownVerdict(t *dialog.Turn) string {
	if t.Aturan().VerifikasiSendiri {
		return ""
	}
	return "\nUsulan Anda sendiri diperiksa oleh admin lain.\n"
}

func bantuanSIIP(t *dialog.Turn) dialog.Screen {
	text := step(nil, 1, "Antrean", "usulan yang diteruskan, dan usulan dari OPD tanpa admin. Setujui, Revisi, Tolak, Edit, atau Hapus.")
	text = step(text, 2, "Daftar", "usulan semua OPD, dengan Filter OPD, Rekomendasi, Status, dan Periode; Pencarian cukup dengan mengetik.")
	text = step(text, 3, "Centang", "di Daftar, memilih banyak usulan untuk satu aksi, Cetak, atau Export ke Excel.")
	text = step(text, 4, "Tambah untuk Pegawai", "mengusulkan atas nama pegawai, juga saat pengusulan ditutup.")
	text = step(text, 5, "Rekap", "diklat yang paling diminati; juga dikirim ke sini menurut jadwal.")
	text = step(text, 6, "Kelola", "panduan, judul manual, pegawai dan perannya, periode, OPD, dan catatan perubahan. Berkas Excel pegawai atau panduan cukup dikirim ke percakapan ini.")
	return helpScreen(t, flow.AdminSIIP, text, append(buttons.Rows(buttons.DeskRow(len(queue.Waiting(t)))), buttons.OfficeRows()...)...)
}
