package masuk

import (
	"io"
	"strings"

	"siip-asn/flow"
	"siip-asn/reports/buku"
)

// ReadPegawai reads a workbook of pegawai. Every wrong cell is a fault, up to a thousand; with faults nothing is to be
// imported, and the rows that are right are given only to be counted. The error is a *FileError: the file as a whole
// cannot be read.
func ReadPegawai(r io.ReaderAt, size int64) (flow.ImporPegawai, []flow.Fault, error) {
	rd, err := pegawaiForm.read(r, size)
	if err != nil {
		return flow.ImporPegawai{}, nil, err
	}
	return flow.ImporPegawai{Baris: rd.right(), Salah: rd.wrong, Kolom: flow.KolomPegawai{
		HP: rd.has["No HP"], Nilai: rd.has["Nilai Kompetensi"], Rekomendasi: rd.has["Rekomendasi"], Peran: rd.has["Peran"],
	}}, rd.faults.all(), nil
}

// pegawaiForm is the workbook `pegawai`. Its columns are a promise to others: names and meaning stay.
var pegawaiForm = form[flow.BarisPegawai]{
	Sheet: "Pegawai",
	Key:   func(b flow.BarisPegawai) string { return string(b.NIP) },
	Place: func(b *flow.BarisPegawai, cell string) { b.Sel = cell },
	Columns: []column[flow.BarisPegawai]{
		{Name: "NIP", Width: 22, Look: buku.Digits, Must: true, Read: readNIP,
			Write: func(b flow.BarisPegawai) any { return string(b.NIP) },
			About: "18 angka, diketik sebagai teks. Spasi, titik, dan tanda hubung boleh."},
		words("Nama", 34, flow.NamaMax, true, func(b *flow.BarisPegawai) *string { return &b.Nama },
			"Nama lengkap beserta gelar."),
		words("Jabatan", 40, flow.JabatanMax, true, func(b *flow.BarisPegawai) *string { return &b.Jabatan },
			"Nama jabatan seperti pada SK."),
		{Name: "Jenjang", Width: 20, Must: true, Read: readJenjang, Choices: wordsOf(flow.Jenjangs),
			Write: func(b flow.BarisPegawai) any { return string(b.Jenjang) },
			About: "Pilih salah satu dari daftar."},
		words("OPD", 46, flow.OPDMax, true, func(b *flow.BarisPegawai) *string { return &b.OPD },
			"Nama OPD lengkap, tidak disingkat. OPD baru dibuat dari nama yang belum ada."),
		{Name: "No HP", Width: 18, Look: buku.Digits, Head: buku.Optional, Read: readHP,
			Write: func(b flow.BarisPegawai) any { return strings.Replace(string(b.HP), "+62", "0", 1) },
			About: "Nomor HP yang dipakai di Telegram, misalnya 0812-3456-7890. Boleh kosong."},
		words("Nilai Kompetensi", 18, flow.NilaiMax, false, func(b *flow.BarisPegawai) *string { return &b.Nilai },
			"Nilai dari Uji Kompetensi (Talentpool). Kosongkan jika belum pernah mengikuti."),
		words("Rekomendasi", 28, flow.RekomendasiMax, false, func(b *flow.BarisPegawai) *string { return &b.Rekomendasi },
			"Rekomendasi dari hasil Talentpool. Boleh kosong."),
		{Name: "Peran", Width: 28, Head: buku.Optional, Read: readPeran, Several: true,
			Choices: []string{"Admin OPD", "Admin SIIP-ASN", "Admin OPD; Admin SIIP-ASN"},
			Write:   writePeran,
			About:   "Kosong untuk pegawai biasa. Lebih dari satu peran dipisahkan dengan titik koma (;)."},
	},
	Examples: []flow.BarisPegawai{
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
