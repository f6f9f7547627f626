package incoming

import (
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/judul"
	"siip-asn/flow/spelling"
	"siip-asn/reports/form"
	"siip-asn/reports/sheet"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

// panduan are the rows of a workbook of panduan, in the order of the list.
func panduanRows(rd *form.Reading[imports.BarisPanduan]) []imports.BarisPanduan {
	for i := range rd.Rows {
		rd.Rows[i].TanpaSasaran = !rd.Has("Sasaran Jenjang")
	}
	return rd.Rows
}

// panduanForm is the workbook `panduan`.
var panduanForm = form.Form[imports.BarisPanduan]{
	Kind: imports.KindPanduan, Sheet: "Panduan",
	Key:   func(b imports.BarisPanduan) string { return spelling.Key(b.Nama) },
	Place: func(b *imports.BarisPanduan, cell string) { b.Cell = cell },
	Columns: []form.Column[imports.BarisPanduan]{
		form.Called(form.Text("Jenis Diklat", 60, flow.JudulMax, true, func(b *imports.BarisPanduan) *string { return &b.Nama },
			"Nama diklat seperti yang akan dipilih pegawai."), "Nama Jenis Diklat", "Panduan Jenis Diklat", "Nama Diklat"),
		{Name: "Jenis Kompetensi", Alias: []string{"Kompetensi", "Kelompok Kompetensi"}, Width: 22, Must: true, Read: readKompetensi, Choices: form.WordsOf(flow.Kompetensis),
			Write: func(b imports.BarisPanduan) any { return string(b.Kompetensi) },
			About: "Pilih salah satu dari daftar."},
		{Name: "Sasaran Jenjang", Alias: []string{"Sasaran", "Jenjang Sasaran", "Sasaran Peserta"}, Width: 40, Head: workbook.Optional, Read: readSasaran, Choices: form.WordsOf(flow.Jenjangs), Several: true,
			Write: func(b imports.BarisPanduan) any { return typeset.Join(form.WordsOf(b.Sasaran)) },
			About: "Kosong untuk semua jenjang. Lebih dari satu jenjang dipisahkan dengan titik koma (;)."},
	},
	Examples: []imports.BarisPanduan{
		{Nama: "Pelatihan Kepemimpinan Administrator (PKA)", Kompetensi: flow.Manajerial, Sasaran: []flow.Jenjang{flow.Administrator}},
		{Nama: "Pelatihan Kepemimpinan Pengawas (PKP)", Kompetensi: flow.Manajerial, Sasaran: []flow.Jenjang{flow.Pengawas}},
		{Nama: "Pelatihan Tata Naskah Dinas", Kompetensi: flow.Teknis},
		{Nama: "Pelatihan Contoh Perekat Bangsa", Kompetensi: flow.SosialKultural,
			Sasaran: []flow.Jenjang{flow.FungsionalTertentu, flow.FungsionalUmum}},
	},
}

// What offices write for Sosial Kultural, and for every jenjang, without case, spaces and punctuation.
var (
	sosialKultural = []string{"sosialkultural", "sosiokultural", "sosiokultur"}
	everyJenjang   = []string{"semua", "semuajenjang", "semuaasn", "semuapegawai", "seluruhjenjang", "seluruhasn"}
)

func readKompetensi(b *imports.BarisPanduan, v sheet.Cell) string {
	kompetensi, ok := flow.ParseKompetensi(v.Text)
	if key := judul.Key(v.Text); slices.Contains(sosialKultural, strings.TrimPrefix(key, "kompetensi")) {
		kompetensi, ok = flow.SosialKultural, true
	}
	if !ok {
		return form.Unknown("Jenis Kompetensi", v.Text, form.WordsOf(flow.Kompetensis))
	}
	b.Kompetensi = kompetensi
	return ""
}

func readSasaran(b *imports.BarisPanduan, v sheet.Cell) string {
	if slices.Contains(everyJenjang, judul.Key(v.Text)) {
		return ""
	}
	for part := range strings.SplitSeq(v.Text, ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		jenjang, ok := jenjangOf(part)
		if !ok {
			return form.Unknown("Sasaran Jenjang", strings.TrimSpace(part), form.WordsOf(flow.Jenjangs)) + " Pisahkan dengan titik koma (;), atau kosongkan."
		}
		if !slices.Contains(b.Sasaran, jenjang) {
			b.Sasaran = append(b.Sasaran, jenjang)
		}
	}
	return ""
}
