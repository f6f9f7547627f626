package cetak

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/cetakan"
	"siip-asn/flow/daftar"
	"siip-asn/reports/sample"
	"siip-asn/reports/workbook"
)

func dataBook(t testing.TB, d cetakan.Header, data []daftar.Baris) ([]byte, *excelize.File) {
	t.Helper()
	b := sample.Bytes(t, func(w io.Writer) error { return WriteData(w, d, slices.Values(data)) })
	return b, sample.Open(t, b)
}

func TestData(t *testing.T) {
	data := sample.Data(30)
	b, f := dataBook(t, sample.Header(), data)
	sample.NoFormulas(t, b)
	rows := sample.Rows(t, f, "Data")
	if want := []string{"Nama", "NIP", "Jabatan", "OPD", "Rekomendasi", "Usulan Diklat", "Tanggal Usulan", "Status", "Diputuskan Oleh", "Diputuskan Pada", "Keterangan"}; !slices.Equal(rows[0], want) {
		t.Errorf("%q", rows[0])
	}
	for i, b := range data {
		want := []string{b.Nama, string(b.NIP), b.Jabatan, b.OPD, b.Rekomendasi, b.Diklat, b.TanggalUsul.List(), b.Status.String(), Oleh(b), "", b.Keterangan}
		if b.Oleh != "" {
			want[9] = b.Sejak.Format("02/01/2006 15:04:05")
		}
		for len(want) > 0 && want[len(want)-1] == "" {
			want = want[:len(want)-1]
		}
		if !slices.Equal(rows[i+1], want) {
			t.Errorf("row %d: %q, want %q", i+2, rows[i+1], want)
		}
	}
}

// A NIP is text and a date is a number, whatever they look like.
func TestDataTypes(t *testing.T) {
	_, f := dataBook(t, sample.Header(), sample.Data(3))
	if kind, err := f.GetCellType("Data", "B2"); err != nil || kind != excelize.CellTypeInlineString {
		t.Error(kind, err)
	}
	raw, err := f.GetCellValue("Data", "G2", excelize.Options{RawCellValue: true})
	if err != nil || raw != "46024" { // 2 January 2026
		t.Error(raw, err)
	}
	for cell, want := range map[string]string{"B2": "@", "G2": "dd/mm/yyyy"} {
		if got := sample.NumberFormat(t, f, "Data", cell); got != want {
			t.Errorf("%s: %q", cell, got)
		}
	}
}

func TestDataTable(t *testing.T) {
	_, f := dataBook(t, sample.Header(), sample.Data(30))
	tables, err := f.GetTables("Data")
	if err != nil || len(tables) != 1 || tables[0].Range != "A1:K31" || tables[0].Name != "Data" {
		t.Fatal(tables, err)
	}
	panes, err := f.GetPanes("Data")
	if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 1 || panes.TopLeftCell != "B2" {
		t.Error(panes, err)
	}
	sample.PrintsWell(t, f, "Data", 1, "landscape")
}

// Text of people never becomes a formula, never breaks the file, and comes back as it was but for what cannot be seen.
func TestDataText(t *testing.T) {
	texts := map[string]string{
		"=1+1": "=1+1", "+62": "+62", "-1": "-1", "@SUM(A1)": "@SUM(A1)", "=cmd|' /C calc'!A0": "=cmd|' /C calc'!A0",
		"a\x00b\x1b[31mc\u202ed\u200b": "ab[31mcd", "\xff\xfe": "", "<b>&amp;</b>": "<b>&amp;</b>", "_x0041_": "_x0041_",
		"satu\r\ndua\ttiga": "satu\ndua tiga", "😀": "😀",
	}
	var data []daftar.Baris
	var want []string
	for text, shown := range texts {
		data = append(data, daftar.Baris{Nama: "x", Keterangan: text})
		want = append(want, shown)
	}
	b, f := dataBook(t, cetakan.Header{Dibuat: sample.Made}, data)
	sample.NoFormulas(t, b)
	for i := range want {
		got, err := f.GetCellValue("Data", workbook.Ref(11, i+2))
		if err != nil || got != want[i] {
			t.Errorf("%q: %q %v", data[i].Keterangan, got, err)
		}
	}
}

// The filters stand at the head of each page, as far as a workbook can hold them.
func TestDataFilters(t *testing.T) {
	d, data := sample.Header(), sample.Data(2)
	_, f := dataBook(t, d, data)
	hf, err := f.GetHeaderFooter("Data")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{Title, sample.Instansi, "OPD: " + sample.OPD[2][:40], "Status: DITERUSKAN; Periode: 2026"} {
		if !strings.Contains(hf.OddHeader, want) {
			t.Errorf("no %q in %q", want, hf.OddHeader)
		}
	}
	d.Aturan.Instansi = strings.Repeat("Dinas & Badan ", 40)
	d.Saringan = slices.Repeat([]string{"Status: " + strings.Repeat("&", 100)}, 9)
	_, f = dataBook(t, d, data)
	hf, err = f.GetHeaderFooter("Data")
	if err != nil || len(utf16.Encode([]rune(hf.OddHeader))) > 255 || len(utf16.Encode([]rune(hf.OddFooter))) > 255 {
		t.Errorf("%d characters %v", len(hf.OddHeader), err)
	}
	if strings.Count(hf.OddHeader, "&")%2 != 0 {
		t.Errorf("%q has a sign that is cut", hf.OddHeader)
	}
}

// A row grows with the longest of its texts.
func TestRowHeights(t *testing.T) {
	data := []daftar.Baris{
		{Nama: "pendek"}, {Nama: "pendek", Diklat: strings.Repeat("Pelatihan ", 15)}, {Keterangan: strings.Repeat("x\n", 200)},
	}
	_, f := dataBook(t, cetakan.Header{Dibuat: sample.Made}, data)
	var got []float64
	for n := 2; n <= 4; n++ {
		high, err := f.GetRowHeight("Data", n)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, high)
	}
	if got[0] != 13.5 || got[1] < 67 || got[1] > 95 || got[2] != 405 {
		t.Error(got)
	}
}

func TestDate(t *testing.T) {
	if got := Date("2026-11-23"); got != time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) {
		t.Error(got)
	}
	if got := Date("kemarin"); got != "kemarin" {
		t.Error(got)
	}
}

func TestDataName(t *testing.T) {
	if DataName(sample.Made) != "Data_SIIP-ASN_2026-11-23.xlsx" || Name(sample.Made) != "Daftar_SIIP-ASN_2026-11-23.pdf" {
		t.Error(DataName(sample.Made), Name(sample.Made))
	}
}
