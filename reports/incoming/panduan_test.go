package incoming

import (
	"reflect"
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/imports"
)

func TestReadPanduan(t *testing.T) {
	got, faults, err := readPanduan(bookOf(t, "panduan",
		[]any{"Jenis Kompetensi", "jenis diklat", "Sasaran Jenjang"},
		[]any{"teknis", "Pelatihan SPBE", ""},
		[]any{"SOSIAL kultural", "Pelatihan Perekat Bangsa", "pengawas; Administrator;Pengawas"},
	))
	want := []imports.BarisPanduan{
		{Cell: "panduan!B2", Nama: "Pelatihan SPBE", Kompetensi: flow.Teknis},
		{Cell: "panduan!B3", Nama: "Pelatihan Perekat Bangsa", Kompetensi: flow.SosialKultural, Sasaran: []flow.Jenjang{flow.Pengawas, flow.Administrator}},
	}
	if err != nil || len(faults) > 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v %v %v", got, faults, err)
	}
}

func TestPanduanFaults(t *testing.T) {
	got, faults, err := readPanduan(bookOf(t, "Panduan",
		[]any{"Jenis Diklat", "Jenis Kompetensi", "Sasaran Jenjang"},
		[]any{"Pelatihan SPBE", "Teknis"},
		[]any{"pelatihan  spbe", "Umum", "Pengawas, Administrator"},
		[]any{strings.Repeat("x", flow.JudulMax+1), "", ""},
	))
	if err != nil || got != nil {
		t.Error(got, err)
	}
	wantFaults(t, faults,
		`B3: Jenis Kompetensi "Umum" tidak dikenal; pilih: Manajerial, Teknis, Sosial Kultural.`,
		`C3: Sasaran Jenjang "Pengawas, Administrator" tidak dikenal; pilih: JPT Pratama,`,
		`A3: Jenis Diklat ini sudah ada di sel A2; hapus salah satu barisnya.`,
		`A4: Jenis Diklat terlalu panjang (151 karakter)`,
		`B4: Jenis Kompetensi wajib diisi.`,
	)
}

// What ships with the program can be written into a workbook and read back.
func TestKatalogRoundTrip(t *testing.T) {
	rows := [][]any{{"Jenis Diklat", "Jenis Kompetensi", "Sasaran Jenjang"}}
	for _, p := range flow.Katalog() {
		rows = append(rows, []any{p.Nama, string(p.Kompetensi), ""})
	}
	got, faults, err := readPanduan(bookOf(t, "Panduan", rows...))
	if err != nil || len(faults) > 0 || len(got) != len(flow.Katalog()) {
		t.Fatal(got, faults, err)
	}
	for i, p := range flow.Katalog() {
		if got[i].Nama != p.Nama || got[i].Kompetensi != p.Kompetensi {
			t.Errorf("%+v, want %+v", got[i], p)
		}
	}
}

// TestPanduanInTheWordsOfOffices: Sosiokultural is Sosial Kultural, and "semua jenjang" is no jenjang.
func TestPanduanInTheWordsOfOffices(t *testing.T) {
	head := []any{"Jenis Diklat", "Jenis Kompetensi", "Sasaran Jenjang"}
	rows, faults, err := readPanduan(bookOf(t, "Panduan", head,
		[]any{"Diklat A", "Sosiokultural", "Semua Jenjang"}, []any{"Diklat B", "Kompetensi Sosio Kultural", "semua"}, []any{"Diklat C", "SOSIAL-KULTURAL", "Pelaksana; JFT"}))
	if err != nil || len(faults) > 0 || len(rows) != 3 {
		t.Fatal(rows, faults, err)
	}
	for i, row := range rows {
		if row.Kompetensi != flow.SosialKultural || len(row.Sasaran) != []int{0, 0, 2}[i] {
			t.Errorf("%+v", row)
		}
	}
}
