package percakapan

import "siip-asn/flow"

func bantuanPlace() place { return place{screen: (*turn).bantuanScreen} }

// bantuanScreen is the guide, as short as a phone wants it, by the roles of the person.
func (t *turn) bantuanScreen() flow.Screen {
	text := flow.Spans{}.Bold("Petunjuk singkat SIIP-ASN").Plain("\n\n").
		Bold("Pegawai").Plain("\n",
		"• Tambah: mengusulkan diklat, dari panduan atau isi manual. Satu usulan untuk satu periode.\n",
		"• Usulan Saya: melihat status. Selama USULAN MASUK, USULAN DIREVISI atau USULAN DITOLAK, usulan dapat diubah dengan Edit.\n",
		"• History: melihat tahapan proses usulan.\n",
		"• Setiap perubahan dikabarkan di sini.\n")
	if t.saya.AdminOPD {
		text = text.Plain("\n").Bold("Admin OPD").Plain("\n",
			"• Antrian: usulan pegawai OPD Anda yang menunggu, yang terlama lebih dahulu.\n",
			"• Edit memperbaiki, Teruskan mengirim ke Admin SIIP-ASN, Revisi dan Tolak meminta keterangan.\n")
	}
	if t.saya.AdminSIIP {
		text = text.Plain("\n").Bold("Admin SIIP-ASN").Plain("\n",
			"• Antrian: usulan yang diteruskan. Setujui, Revisi, Tolak atau Hapus.\n",
			"• Daftar: usulan semua OPD. Rekap: diklat yang paling diminati, juga dikirim otomatis setiap minggu.\n")
	}
	return flow.Screen{
		Text: text.Plain("\n/batal membatalkan isian kapan saja, /start kembali ke menu."),
		Rows: append(rows(row(door("🪪 Data Saya", "data", 0))), t.menuRows(len(t.antrian()))...),
	}
}
