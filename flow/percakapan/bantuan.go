package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// Bantuan is the guide (panduan, bagian I to III), rewritten for the bot: one screen a role, with the buttons that do
// what it tells.

// openBantuan begins with the role in which the person has most to do.
func (t *turn) openBantuan() {
	switch {
	case t.saya.AdminSIIP:
		t.goTo(atBantuanSIIP)
	case t.saya.AdminOPD:
		t.goTo(atBantuanOPD)
	default:
		t.goTo(atBantuan)
	}
}

func bantuanPlace() place { return helpPlace(nil, (*turn).bantuanPegawai) }

func bantuanOPDPlace() place { return helpPlace(&adminOPD, (*turn).bantuanOPD) }

func bantuanSIIPPlace() place { return helpPlace(&adminSIIP, (*turn).bantuanSIIP) }

func helpPlace(only *audience, screen func(*turn) dialog.Screen) place {
	return place{only: only, screen: screen, taps: map[string]func(*turn, uint64){
		"bantu-pegawai": to(atBantuan),
		"bantu-opd":     to(atBantuanOPD),
		"bantu-siip":    to(atBantuanSIIP),
	}}
}

// helpScreen is a screen of the guide: its steps, the buttons that do what they tell, and the way to the other roles.
func (t *turn) helpScreen(here flow.Peran, text dialog.Spans, do ...[]dialog.Choice) dialog.Screen {
	var others []dialog.Choice
	for _, p := range t.saya.Peran() {
		if p != here {
			others = append(others, t.here("❓ "+p.String(), map[flow.Peran]string{
				flow.Pemilik: "bantu-pegawai", flow.AdminOPD: "bantu-opd", flow.AdminSIIP: "bantu-siip",
			}[p], 0))
		}
	}
	return dialog.Screen{
		Text: append(dialog.Spans{}.Bold("Petunjuk untuk ", here.String()).Plain("\n\n"), text.Plain("\n/batal membatalkan isian kapan saja, /start kembali ke menu.")...),
		Rows: append(rows(do...), rows(others, toMenu())...),
	}
}

// step is a numbered line of the guide: the word on the button, and what it does.
func step(text dialog.Spans, n int, word, about string) dialog.Spans {
	return text.Plain(fmt.Sprintf("%d. ", n)).Bold(word).Plain(": ", about, "\n")
}

func (t *turn) bantuanPegawai() dialog.Screen {
	talentpool := ""
	if t.saya.UjiKompetensi() {
		talentpool = " Karena Anda sudah mengikuti Uji Kompetensi, rekomendasi dari hasil talentpool juga dapat diisi."
	}
	text := step(nil, 1, "Tambah", "pilih dari panduan jenis diklat, atau Isi Manual bila tidak ada di sana. Nama, NIP, Jabatan, dan OPD terisi sendiri."+
		talentpool+" Periksa, lalu tekan Simpan.")
	text = step(text, 2, "Usulan Saya", "melihat status. Admin OPD memeriksa dahulu, lalu Admin SIIP-ASN; setiap perubahan dikabarkan di sini.")
	text = step(text, 3, "Edit", "mengubah usulan selama USULAN MASUK, USULAN DIREVISI, atau USULAN DITOLAK. Setelah DITERUSKAN, mohon hubungi Admin OPD Anda.")
	text = step(text, 4, "History", "tahapan proses usulan, dengan keterangan admin.")
	return t.helpScreen(flow.Pemilik, text.Plain("\nSetiap pegawai dapat mengusulkan 1 (satu) kali ", t.inPeriode(), ".\n"),
		ownRow(), row(door("🪪 Data Saya", "data", 0)))
}

func (t *turn) bantuanOPD() dialog.Screen {
	text := step(nil, 1, "Antrian", "usulan pegawai OPD Anda satu per satu, yang terlama lebih dahulu. Begitu diputuskan, yang berikutnya muncul.")
	text = step(text, 2, "Edit", "membantu memperbaiki isian.")
	text = step(text, 3, "Teruskan", "mengirim usulan ke Admin SIIP-ASN.")
	text = step(text, 4, "Revisi, Tolak", "mengembalikan atau menolak usulan, dengan keterangan untuk pegawai.")
	text = step(text, 5, "Daftar", "semua usulan OPD Anda, juga yang sudah diputuskan; dapat disaring dan dicari.")
	text = step(text, 6, "Centang", "di Daftar, memilih banyak usulan untuk satu aksi, Cetak, atau Export ke Excel.")
	return t.helpScreen(flow.AdminOPD, text.Plain(t.ownVerdict()), deskRow(len(t.antrian())))
}

// ownVerdict says that nobody verifies his own usulan, where that is the rule.
func (t *turn) ownVerdict() string {
	if t.Aturan().VerifikasiSendiri {
		return ""
	}
	return "\nUsulan Anda sendiri diperiksa oleh admin lain.\n"
}

func (t *turn) bantuanSIIP() dialog.Screen {
	text := step(nil, 1, "Antrian", "usulan yang diteruskan, dan usulan dari OPD tanpa admin. Setujui, Revisi, Tolak, Edit, atau Hapus.")
	text = step(text, 2, "Daftar", "usulan semua OPD, disaring menurut OPD, Rekomendasi, Status, Periode, atau dicari dengan mengetik.")
	text = step(text, 3, "Centang", "di Daftar, memilih banyak usulan untuk satu aksi, Cetak, atau Export ke Excel.")
	text = step(text, 4, "Tambah untuk Pegawai", "mengusulkan atas nama pegawai, juga saat pengusulan ditutup.")
	text = step(text, 5, "Rekap", "diklat yang paling diminati; juga dikirim ke sini menurut jadwal.")
	text = step(text, 6, "Kelola", "panduan, judul manual, pegawai dan perannya, periode, OPD, dan jejak. Berkas Excel pegawai atau panduan cukup dikirim ke percakapan ini.")
	return t.helpScreen(flow.AdminSIIP, text, append(rows(deskRow(len(t.antrian()))), officeRows()...)...)
}
