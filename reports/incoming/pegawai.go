package incoming

import (
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/reports/form"
	"siip-asn/reports/sheet"
	"siip-asn/reports/workbook"
)

// kolomOf tells which of the optional columns a workbook of pegawai has.
func kolomOf(rd *form.Reading[imports.BarisPegawai]) imports.PegawaiColumns {
	return imports.PegawaiColumns{
		HP: rd.Has("No HP"), Nilai: rd.Has("Nilai Kompetensi"), Rekomendasi: rd.Has("Rekomendasi"), Peran: rd.Has("Peran"), Status: rd.Has("Status"),
	}
}

// pegawaiForm is the workbook `pegawai`. Its columns are a promise to others: names and meaning stay.
var pegawaiForm = form.Form[imports.BarisPegawai]{
	Kind: imports.KindPegawai, Sheet: "Pegawai", Numbered: true,
	Key:   func(b imports.BarisPegawai) string { return string(b.NIP) },
	Place: func(b *imports.BarisPegawai, cell string) { b.Cell = cell },
	Columns: []form.Column[imports.BarisPegawai]{
		{Name: "NIP", Alias: aliasNIP, Width: 22, Look: workbook.Digits, Must: true, Read: readNIP,
			Write: func(b imports.BarisPegawai) any { return string(b.NIP) },
			About: "18 angka, diketik sebagai teks. Spasi, titik, dan tanda hubung boleh."},
		form.Called(withTitles(form.Text("Nama", 34, imports.NamaMax, true, func(b *imports.BarisPegawai) *string { return &b.Nama },
			"Nama lengkap beserta gelar.")), aliasNama...),
		form.Called(form.Text("Jabatan", 40, imports.JabatanMax, true, func(b *imports.BarisPegawai) *string { return &b.Jabatan },
			"Nama jabatan seperti pada SK."), aliasJabatan...),
		{Name: "Jenjang", Alias: aliasJenjang, Vague: structural, Else: aliasEselon, Width: 20, Must: true, Read: readJenjang, Choices: form.WordsOf(flow.Jenjangs),
			Write: func(b imports.BarisPegawai) any { return string(b.Jenjang) },
			About: "Pilih salah satu dari daftar."},
		form.Called(places(form.Text("OPD", 46, imports.OPDMax, true, func(b *imports.BarisPegawai) *string { return &b.OPD },
			"Nama OPD lengkap, tidak disingkat. OPD baru dibuat dari nama yang belum ada.")), aliasOPD...),
		{Name: "No HP", Alias: aliasHP, Width: 18, Look: workbook.Digits, Head: workbook.Optional, Read: readHP,
			Write: func(b imports.BarisPegawai) any { return strings.Replace(string(b.HP), "+62", "0", 1) },
			About: "Nomor HP yang dipakai di Telegram, misalnya 0812-3456-7890. Boleh kosong."},
		form.Called(form.Text("Nilai Kompetensi", 18, imports.NilaiMax, false, func(b *imports.BarisPegawai) *string { return &b.Nilai },
			"Nilai dari Uji Kompetensi (Talentpool). Kosongkan jika belum pernah mengikuti."), aliasNilai...),
		form.Called(form.Text("Rekomendasi", 28, flow.RekomendasiMax, false, func(b *imports.BarisPegawai) *string { return &b.Rekomendasi },
			"Rekomendasi dari hasil Talentpool. Boleh kosong."), aliasRekomendasi...),
		{Name: "Peran", Alias: aliasPeran, Width: 28, Head: workbook.Optional, Read: readPeran, Several: true,
			Choices: []string{"Admin OPD", "Admin SIIP-ASN", "Admin OPD; Admin SIIP-ASN"},
			Write:   writePeran,
			About:   "Kosong untuk pegawai biasa. Lebih dari satu peran dipisahkan dengan titik koma (;)."},
		{Name: "Status", Alias: aliasStatus, Width: 20, Head: workbook.Optional, Read: readStatus, Several: true,
			Choices: []string{"Aktif", "Nonaktif", "Nonaktif: pensiun", "Nonaktif: pindah", "Nonaktif: meninggal", "Nonaktif: berhenti"},
			Write:   writeStatus,
			About:   "Aktif, atau Nonaktif dengan sebab dan tanggalnya, misalnya Nonaktif: pensiun, 01-03-2026. Tanpa tanggal: hari impor. Kosong: status yang sudah ada tetap."},
		{Name: "NIP Lama", Alias: aliasNIPLama, Width: 22, Look: workbook.Digits, Head: workbook.Optional, Read: readNIPLama,
			Write: func(b imports.BarisPegawai) any { return string(b.NIPLama) },
			About: "Hanya bila NIP pegawai ini berubah: NIP yang sampai kini tercatat. Akun dan usulannya tetap."},
		form.Called(form.Text("OPD Lama", 34, imports.OPDMax, false, func(b *imports.BarisPegawai) *string { return &b.OPDLama },
			"Hanya bila nama OPD ini berubah: nama yang sampai kini tercatat. OPD itu diganti namanya, bukan dibuat baru."), aliasOPDLama...),
	},
	Examples: []imports.BarisPegawai{
		{NIP: "190101011925011001", Nama: "SARI MAWAR DAHLIA, S.Pd.", Jabatan: "Analis Data dan Informasi",
			Jenjang: flow.FungsionalUmum, OPD: "Dinas Contoh Pendidikan", HP: "+6281200000001"},
		{NIP: "190102021926022002", Nama: "BUDI KENCANA PUTRA, S.IP., M.Si.", Jabatan: "Kepala Sub Bagian Umum dan Kepegawaian",
			Jenjang: flow.Pengawas, OPD: "Dinas Contoh Pendidikan", HP: "+6281200000002", Nilai: "78,5",
			Rekomendasi: "VISIONARY LEADERSHIP", AdminOPD: true},
		{NIP: "190103032021211003", Nama: "DEWI LINTANG, A.Md.Keb.", Jabatan: "Bidan Terampil",
			Jenjang: flow.FungsionalTertentu, OPD: "Dinas Contoh Kesehatan"},
		{NIP: "190104041927042004", Nama: "RADEN CONDRO KUSUMO, S.E., M.M.", Jabatan: "Kepala Bidang Pengembangan Kompetensi",
			Jenjang: flow.Administrator, OPD: "Badan Contoh Kepegawaian", HP: "+6281200000004", Nilai: "84",
			AdminOPD: true, AdminSIIP: true},
	},
}

// places lets a column of OPD take a place in the organisation, too.
func places(c form.Column[imports.BarisPegawai]) form.Column[imports.BarisPegawai] {
	read := c.Read
	c.Read = func(b *imports.BarisPegawai, v sheet.Cell) string {
		v.Text = opdIn(v.Text)
		return read(b, v)
	}
	return c
}

// withTitles lets gelar stand in columns of their own, as in some tables.
func withTitles(c form.Column[imports.BarisPegawai]) form.Column[imports.BarisPegawai] {
	c.Front, c.Behind, c.Join = []string{"gelardepan", "gelarawal"}, []string{"gelarbelakang", "gelarakhir"}, withGelar
	c.Beside = []string{"gelar", "gelarakademik", "gelarkesarjanaan"}
	return c
}
