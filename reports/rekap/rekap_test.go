package rekap

import (
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/flow/hitung"
	"siip-asn/flow/kalender"
	"siip-asn/reports/sample"
)

func rekapBook(t testing.TB, r hitung.Rekap) ([]byte, *excelize.File) {
	t.Helper()
	b := sample.Bytes(t, func(w io.Writer) error { return Write(w, r, sample.Tanda()) })
	return b, sample.Open(t, b)
}

func TestRekapSheets(t *testing.T) {
	b, f := rekapBook(t, sample.Rekap(60))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Ringkasan", "Rekap", "Per OPD", "Per Jenjang", "Per Jenis Kompetensi", "Tren", "Data", "Keaslian"}) {
		t.Fatal(got)
	}
	sample.NoFormulas(t, b)
	for sheet, title := range map[string]string{
		"Rekap": "REKAPITULASI USULAN DIKLAT", "Per OPD": "USULAN DIKLAT PER OPD", "Per Jenjang": "USULAN DIKLAT PER JENJANG JABATAN",
		"Per Jenis Kompetensi": "USULAN DIKLAT PER JENIS KOMPETENSI",
	} {
		rows := sample.Rows(t, f, sheet)
		if rows[0][0] != title || rows[1][0] != sample.Instansi || rows[2][0] != "Periode 2026 · dibuat 23 November 2026 pukul 10.15 WIB" {
			t.Errorf("%s: %q", sheet, rows[:3])
		}
	}
}

func TestRekapColumns(t *testing.T) {
	_, f := rekapBook(t, sample.Rekap(60))
	counts := []string{"Peminat", "USULAN MASUK", "DITERUSKAN", "USULAN DIREVISI", "USULAN DITOLAK", "DISETUJUI", "Persentase"}
	for sheet, want := range map[string][]string{
		"Rekap":                {"No", "Diklat", "Jenis Kompetensi", "Sumber", "OPD Peminat", "Peminat 2025"},
		"Per OPD":              {"No", "OPD", "Pegawai", "Terhubung", "Mengusulkan", "Partisipasi", "Median Hari Kerja di OPD", "Median Hari Kerja di BKPSDM"},
		"Per Jenjang":          {"No", "Jenjang", "Pegawai", "Terhubung", "Mengusulkan", "Partisipasi", "Median Hari Kerja di OPD", "Median Hari Kerja di BKPSDM"},
		"Per Jenis Kompetensi": {"No", "Jenis Kompetensi"},
	} {
		rows := sample.Rows(t, f, sheet)
		if got := rows[sample.HeadRow(t, rows, "No")-1]; !slices.Equal(got, append(want, counts...)) {
			t.Errorf("%s: %q", sheet, got)
		}
	}
}

// Each of the first four sheets says the same in its last row, and its rows add up to it.
func TestRekapTotals(t *testing.T) {
	t.Parallel()
	r := sample.Rekap(230)
	_, f := rekapBook(t, r)
	want := []float64{float64(r.Total.Peminat())}
	for _, s := range flow.Statuses {
		want = append(want, float64(r.Total.Status[s]))
	}
	want = append(want, 1)
	for _, sheet := range []string{"Rekap", "Per OPD", "Per Jenjang", "Per Jenis Kompetensi"} {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		head := sample.HeadRow(t, rows, "No")
		last := len(rows) - 1
		if !slices.Contains(rows[last], "Jumlah") || slices.Contains(rows[last], "Panduan") {
			t.Errorf("%s: last row %q", sheet, rows[last])
		}
		sum := make([]float64, len(want))
		for _, row := range rows[head:last] {
			for i, v := range numbers(t, row[len(row)-len(want):]) {
				sum[i] += v
			}
		}
		total := numbers(t, rows[last][len(rows[last])-len(want):])
		for i := range want {
			if math.Abs(total[i]-want[i]) > 1e-9 || math.Abs(sum[i]-want[i]) > tolerance(i, len(want)) {
				t.Errorf("%s column %d: total %v, sum %v, want %v", sheet, i, total[i], sum[i], want[i])
			}
		}
	}
}

// tolerance: shares are rounded one by one, so that they may miss the whole by some tenths of a percent.
func tolerance(i, n int) float64 {
	if i == n-1 {
		return 0.006
	}
	return 1e-9
}

func numbers(t testing.TB, cells []string) []float64 {
	t.Helper()
	list := make([]float64, len(cells))
	for i, c := range cells {
		v, err := strconv.ParseFloat(c, 64)
		if err != nil {
			t.Fatal(err)
		}
		list[i] = v
	}
	return list
}

func TestRekapPersentase(t *testing.T) {
	_, f := rekapBook(t, sample.Rekap(230))
	rows := sample.Rows(t, f, "Per OPD")
	head := sample.HeadRow(t, rows, "No")
	if got := rows[head][len(rows[head])-1]; got != "23.4% " {
		t.Errorf("shown as %q", got)
	}
	if rows[len(rows)-1][14] != "100.0% " {
		t.Errorf("total %q", rows[len(rows)-1])
	}
}

// The chart shows the first ten, the most wanted on top, and ends above the header row.
func TestRekapChart(t *testing.T) {
	b, f := rekapBook(t, sample.Rekap(230))
	head := sample.HeadRow(t, sample.Rows(t, f, "Rekap"), "No")
	chart := sample.Part(t, b, "xl/charts/chart2.xml")
	for _, want := range []string{
		"$B$" + strconv.Itoa(head+1) + ":$B$" + strconv.Itoa(head+10), "$H$" + strconv.Itoa(head+1) + ":$H$" + strconv.Itoa(head+10),
		`<orientation val="maxMin">`, `<barDir val="bar">`, "Sepuluh diklat",
	} {
		if !strings.Contains(chart, want) {
			t.Errorf("no %s in the chart", want)
		}
	}
	drawing := sample.Part(t, b, "xl/drawings/drawing2.xml")
	_, to, _ := strings.Cut(drawing, "<xdr:to>")
	_, to, _ = strings.Cut(to, "<xdr:row>")
	to, _, _ = strings.Cut(to, "<")
	if end, err := strconv.Atoi(to); err != nil || end+1 >= head {
		t.Errorf("the chart ends in row %s, the header row is %d", to, head)
	}
}

func TestRekapFewDiklat(t *testing.T) {
	b, _ := rekapBook(t, sample.Rekap(3))
	if chart := sample.Part(t, b, "xl/charts/chart2.xml"); strings.Contains(chart, "Sepuluh") {
		t.Error("ten of three")
	}
}

func TestRekapEmpty(t *testing.T) {
	b, f := rekapBook(t, hitung.New(flow.Aturan{Instansi: sample.Instansi}, hitung.Input{Dibuat: sample.Made}))
	sample.NoFormulas(t, b)
	rows := sample.Rows(t, f, "Rekap")
	if got := rows[5:]; len(got) != 2 || got[0][1] != "Belum ada usulan." || got[1][1] != "Jumlah" || got[1][5] != "0" {
		t.Errorf("%q", got)
	}
	if data := sample.Rows(t, f, "Data"); len(data) != 1 {
		t.Errorf("%q", data)
	}
	if tables, err := f.GetTables("Data"); err != nil || len(tables) != 1 || tables[0].Range != "A1:K2" {
		t.Error(tables, err)
	}
}

func TestName(t *testing.T) {
	if got := Name(2026, sample.Made); got != "Rekap_SIIP-ASN_2026_2026-11-23.xlsx" {
		t.Error(got)
	}
	if got := Name(kalender.Semua, sample.Made); got != "Rekap_SIIP-ASN_Semua_2026-11-23.xlsx" {
		t.Error(got)
	}
}

func TestRekapPrints(t *testing.T) {
	_, f := rekapBook(t, sample.Rekap(60))
	for _, sheet := range f.GetSheetList() {
		if sheet == "Ringkasan" || sheet == "Keaslian" {
			continue
		}
		first := "No"
		if sheet == "Data" {
			first = "Nama"
		}
		sample.PrintsWell(t, f, sheet, sample.HeadRow(t, sample.Rows(t, f, sheet), first), "landscape")
	}
}
