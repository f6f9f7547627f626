package masuk

import (
	"io"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/reports/buku"
	"siip-asn/reports/teks"
)

// ReadPanduan reads a workbook of panduan, in the manner of ReadPegawai; with faults there are no rows. The order of the rows is that of the list.
func ReadPanduan(r io.ReaderAt, size int64) ([]flow.BarisPanduan, []flow.Fault, error) {
	rd, err := panduanForm.read(r, size)
	if err != nil {
		return nil, nil, err
	}
	if list := rd.faults.all(); len(list) > 0 {
		return nil, list, nil
	}
	for i := range rd.rows {
		rd.rows[i].TanpaSasaran = !rd.has["Sasaran Jenjang"]
	}
	return rd.rows, nil, nil
}

// panduanForm is the workbook `panduan`.
var panduanForm = form[flow.BarisPanduan]{
	Sheet: "Panduan",
	Key:   func(b flow.BarisPanduan) string { return flow.Key(b.Nama) },
	Place: func(b *flow.BarisPanduan, cell string) { b.Sel = cell },
	Columns: []column[flow.BarisPanduan]{
		words("Jenis Diklat", 60, flow.JudulMax, true, func(b *flow.BarisPanduan) *string { return &b.Nama },
			"Nama diklat seperti yang akan dipilih pegawai."),
		{Name: "Jenis Kompetensi", Width: 22, Must: true, Read: readKompetensi, Choices: wordsOf(flow.Kompetensis),
			Write: func(b flow.BarisPanduan) any { return string(b.Kompetensi) },
			About: "Pilih salah satu dari daftar."},
		{Name: "Sasaran Jenjang", Width: 40, Head: buku.Optional, Read: readSasaran, Choices: wordsOf(flow.Jenjangs), Several: true,
			Write: func(b flow.BarisPanduan) any { return teks.Join(wordsOf(b.Sasaran)) },
			About: "Kosong untuk semua jenjang. Lebih dari satu jenjang dipisahkan dengan titik koma (;)."},
	},
	Examples: []flow.BarisPanduan{
		{Nama: "Pelatihan Kepemimpinan Administrator (PKA)", Kompetensi: flow.Manajerial, Sasaran: []flow.Jenjang{flow.Administrator}},
		{Nama: "Pelatihan Kepemimpinan Pengawas (PKP)", Kompetensi: flow.Manajerial, Sasaran: []flow.Jenjang{flow.Pengawas}},
		{Nama: "Pelatihan Tata Naskah Dinas", Kompetensi: flow.Teknis},
		{Nama: "Pelatihan Contoh Perekat Bangsa", Kompetensi: flow.SosialKultural,
			Sasaran: []flow.Jenjang{flow.FungsionalTertentu, flow.FungsionalUmum}},
	},
}

func readKompetensi(b *flow.BarisPanduan, v cell) string {
	kompetensi, ok := flow.ParseKompetensi(v.Text)
	if !ok {
		return unknown("Jenis Kompetensi", v.Text, wordsOf(flow.Kompetensis))
	}
	b.Kompetensi = kompetensi
	return ""
}

func readSasaran(b *flow.BarisPanduan, v cell) string {
	for part := range strings.SplitSeq(v.Text, ";") {
		if teks.Line(part) == "" {
			continue
		}
		jenjang, ok := flow.ParseJenjang(part)
		if !ok {
			return unknown("Sasaran Jenjang", teks.Line(part), wordsOf(flow.Jenjangs)) + " Pisahkan dengan titik koma (;), atau kosongkan."
		}
		if !slices.Contains(b.Sasaran, jenjang) {
			b.Sasaran = append(b.Sasaran, jenjang)
		}
	}
	return ""
}
