package incoming

import (
	"strconv"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/judul"
	"siip-asn/flow/spelling"
	"siip-asn/reports/form"
	"siip-asn/reports/sheet"
)

// riwayatForm reads a table of diklat that were taken before: who, what, how many jam pelajaran, and the year or the day.
var riwayatForm = form.Form[imports.BarisRiwayat]{
	Kind: imports.KindRiwayat, Sheet: "Riwayat", Numbered: true, KeyName: "Diklat pegawai pada tahun",
	Key: func(b imports.BarisRiwayat) string {
		if b.NIP == "" || b.Diklat == "" || b.Tahun == 0 {
			return ""
		}
		return string(b.NIP) + "/" + strconv.Itoa(b.Tahun) + "/" + judul.Key(b.Diklat)
	},
	Place: func(b *imports.BarisRiwayat, cell string) { b.Cell = cell },
	Columns: []form.Column[imports.BarisRiwayat]{
		{Name: "NIP", Alias: aliasNIP, Must: true, Read: func(b *imports.BarisRiwayat, v sheet.Cell) (reason string) {
			b.NIP, reason = nipOf("NIP", v)
			return reason
		}},
		form.Called(form.Text("Nama Diklat", 0, flow.JudulMax, true, func(b *imports.BarisRiwayat) *string { return &b.Diklat }, ""),
			"Diklat", "Nama Pelatihan", "Pelatihan", "Nama Diklat/Pelatihan", "Diklat/Pelatihan", "Nama Kegiatan", "Nama Kursus", "Jenis Diklat"),
		{Name: "JP", Alias: []string{"Jumlah JP", "Jam Pelajaran", "Jumlah Jam Pelajaran", "JPL", "Jumlah Jam", "Lama JP", "Durasi JP", "Durasi Jam"}, Must: true, Read: readJP},
		{Name: "Tahun", Alias: []string{"Tahun Diklat", "Tahun Pelatihan", "Tahun Lulus", "Tahun Pelaksanaan"}, Read: readTahun},
		{Name: "Tanggal Selesai", Alias: []string{"Tanggal", "Tgl Selesai", "Tanggal Sertifikat", "Tgl Sertifikat", "Tanggal Pelaksanaan"}, Dates: true,
			Read: func(b *imports.BarisRiwayat, v sheet.Cell) (reason string) {
				b.Selesai, reason = dayOf("Tanggal Selesai", v)
				return reason
			}},
		form.Called(form.Text("Penyelenggara", 0, 200, false, func(b *imports.BarisRiwayat) *string { return &b.Penyelenggara }, ""),
			"Institusi Penyelenggara", "Lembaga", "Instansi Penyelenggara", "Penyelenggara Diklat"),
	},
	Finish: func(b *imports.BarisRiwayat) []form.Issue {
		if b.Tahun == 0 {
			b.Tahun = int(b.Selesai.Periode())
		}
		if b.Tahun == 0 {
			return []form.Issue{{Column: "Tahun", Reason: "Tahun atau Tanggal Selesai wajib diisi."}}
		}
		return nil
	},
}

// readJP reads a whole number of jam pelajaran: 40, "40 JP", "40 jam".
func readJP(b *imports.BarisRiwayat, v sheet.Cell) string {
	text := spelling.Fold(v.Text)
	for _, unit := range []string{"jam pelajaran", "jpl", "jp", "jam"} {
		text = strings.TrimSuffix(text, unit)
	}
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(text), ",0"))
	if err != nil || n < 1 || n > imports.JPMax {
		return "JP \"" + spelling.Clip(v.Text, 20) + "\" tidak dikenal; tulis jumlah jam pelajaran, 1 sampai " + strconv.Itoa(imports.JPMax) + "."
	}
	b.JP = n
	return ""
}

func readTahun(b *imports.BarisRiwayat, v sheet.Cell) string {
	text := v.Text
	if v.Raw != "" {
		text = v.Raw
	}
	n, err := strconv.Atoi(spelling.Plain(text))
	if err != nil || n < firstYear || n > 2100 {
		return "Tahun \"" + spelling.Clip(v.Text, 20) + "\" tidak dikenal; tulis empat angka, misalnya 2024."
	}
	b.Tahun = n
	return ""
}
