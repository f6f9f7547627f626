package reports

import (
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
)

func rekapBook(t testing.TB, r flow.Rekap) ([]byte, *excelize.File) {
	t.Helper()
	b := bytesOf(t, func(w io.Writer) error { return WriteRekap(w, r) })
	return b, openBook(t, b)
}

func TestRekapSheets(t *testing.T) {
	b, f := rekapBook(t, sampleRekap(60))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Rekap", "Per OPD", "Per Jenjang", "Per Jenis Kompetensi", "Data"}) {
		t.Fatal(got)
	}
	noFormulas(t, b)
	for sheet, title := range map[string]string{
		"Rekap": "REKAPITULASI USULAN DIKLAT", "Per OPD": "USULAN DIKLAT PER OPD", "Per Jenjang": "USULAN DIKLAT PER JENJANG JABATAN",
		"Per Jenis Kompetensi": "USULAN DIKLAT PER JENIS KOMPETENSI",
	} {
		rows := rowsOf(t, f, sheet)
		if rows[0][0] != title || rows[1][0] != instansi || rows[2][0] != "Periode 2026 · dibuat 23 November 2026 pukul 10.15 WIB" {
			t.Errorf("%s: %q", sheet, rows[:3])
		}
	}
}

// headRow finds the header row of a sheet by its first column, from 1 on.
func headRow(t testing.TB, rows [][]string, first string) int {
	t.Helper()
	n := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == first })
	if n < 0 {
		t.Fatalf("no header row with %s", first)
	}
	return n + 1
}

func TestRekapColumns(t *testing.T) {
	_, f := rekapBook(t, sampleRekap(60))
	counts := []string{"Jumlah Usulan", "USULAN MASUK", "DITERUSKAN", "USULAN DIREVISI", "USULAN DITOLAK", "DISETUJUI", "Persentase"}
	for sheet, want := range map[string][]string{
		"Rekap": {"No", "Diklat", "Jenis Kompetensi", "Sumber"}, "Per OPD": {"No", "OPD"},
		"Per Jenjang": {"No", "Jenjang"}, "Per Jenis Kompetensi": {"No", "Jenis Kompetensi"},
	} {
		rows := rowsOf(t, f, sheet)
		if got := rows[headRow(t, rows, "No")-1]; !slices.Equal(got, append(want, counts...)) {
			t.Errorf("%s: %q", sheet, got)
		}
	}
}

// Each of the first four sheets says the same in its last row, and its rows add up to it.
func TestRekapTotals(t *testing.T) {
	t.Parallel()
	r := sampleRekap(230)
	_, f := rekapBook(t, r)
	want := []float64{float64(r.Total.Jumlah)}
	for _, s := range flow.Statuses {
		want = append(want, float64(r.Total.Status[s]))
	}
	want = append(want, 1)
	for _, sheet := range []string{"Rekap", "Per OPD", "Per Jenjang", "Per Jenis Kompetensi"} {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		head := headRow(t, rows, "No")
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
			if math.Abs(total[i]-want[i]) > 1e-9 || math.Abs(sum[i]-want[i]) > 1e-9 {
				t.Errorf("%s column %d: total %v, sum %v, want %v", sheet, i, total[i], sum[i], want[i])
			}
		}
	}
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
	_, f := rekapBook(t, sampleRekap(230))
	rows := rowsOf(t, f, "Per OPD")
	head := headRow(t, rows, "No")
	if got := rows[head][len(rows[head])-1]; got != "23.0%" {
		t.Errorf("shown as %q", got)
	}
	if rows[len(rows)-1][8] != "100.0%" {
		t.Errorf("total %q", rows[len(rows)-1])
	}
}

// The chart shows the first ten, the most wanted on top, and ends above the header row.
func TestRekapChart(t *testing.T) {
	b, f := rekapBook(t, sampleRekap(230))
	head := headRow(t, rowsOf(t, f, "Rekap"), "No")
	chart := partOf(t, b, "xl/charts/chart1.xml")
	for _, want := range []string{
		"$B$" + strconv.Itoa(head+1) + ":$B$" + strconv.Itoa(head+10), "$E$" + strconv.Itoa(head+1) + ":$E$" + strconv.Itoa(head+10),
		`<orientation val="maxMin">`, `<barDir val="bar">`, "Sepuluh diklat",
	} {
		if !strings.Contains(chart, want) {
			t.Errorf("no %s in the chart", want)
		}
	}
	drawing := partOf(t, b, "xl/drawings/drawing1.xml")
	_, to, _ := strings.Cut(drawing, "<xdr:to>")
	_, to, _ = strings.Cut(to, "<xdr:row>")
	to, _, _ = strings.Cut(to, "<")
	if end, err := strconv.Atoi(to); err != nil || end+1 >= head {
		t.Errorf("the chart ends in row %s, the header row is %d", to, head)
	}
}

func TestRekapFewDiklat(t *testing.T) {
	b, _ := rekapBook(t, sampleRekap(3))
	if chart := partOf(t, b, "xl/charts/chart1.xml"); strings.Contains(chart, "Sepuluh") {
		t.Error("ten of three")
	}
}

func TestRekapEmpty(t *testing.T) {
	b, f := rekapBook(t, flow.NewRekap(flow.Aturan{Instansi: instansi}, flow.Semua, made, nil))
	noFormulas(t, b)
	rows := rowsOf(t, f, "Rekap")
	if got := rows[5:]; len(got) != 2 || got[0][1] != "Belum ada usulan." || got[1][1] != "Jumlah" || got[1][4] != "0" {
		t.Errorf("%q", got)
	}
	if data := rowsOf(t, f, "Data"); len(data) != 1 {
		t.Errorf("%q", data)
	}
	if tables, err := f.GetTables("Data"); err != nil || len(tables) != 1 || tables[0].Range != "A1:I2" {
		t.Error(tables, err)
	}
}

func TestRekapName(t *testing.T) {
	if got := RekapName(2026, made); got != "Rekap_SIIP-ASN_2026_2026-11-23.xlsx" {
		t.Error(got)
	}
	if got := RekapName(flow.Semua, made); got != "Rekap_SIIP-ASN_Semua_2026-11-23.xlsx" {
		t.Error(got)
	}
}

// printsWell proves what every sheet for the office has: A4, one page wide, the header row on each page, "x dari y".
func printsWell(t testing.TB, f *excelize.File, sheet string, head int, way string) {
	t.Helper()
	layout, err := f.GetPageLayout(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if *layout.Size != 9 || *layout.Orientation != way || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
		t.Errorf("%s: size %d %s, fit %d×%d", sheet, *layout.Size, *layout.Orientation, *layout.FitToWidth, *layout.FitToHeight)
	}
	if props, err := f.GetSheetProps(sheet); err != nil || !*props.FitToPage {
		t.Errorf("%s does not fit to the page: %v", sheet, err)
	}
	if hf, err := f.GetHeaderFooter(sheet); err != nil || !strings.Contains(hf.OddFooter, "&P dari &N") {
		t.Errorf("%s: %+v %v", sheet, hf, err)
	}
	want := "'" + sheet + "'!$" + strconv.Itoa(head) + ":$" + strconv.Itoa(head)
	if !slices.ContainsFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool {
		return d.Name == "_xlnm.Print_Titles" && d.Scope == sheet && d.RefersTo == want
	}) {
		t.Errorf("%s: row %d is not repeated", sheet, head)
	}
}

func TestRekapPrints(t *testing.T) {
	_, f := rekapBook(t, sampleRekap(60))
	for _, sheet := range f.GetSheetList() {
		first := "No"
		if sheet == "Data" {
			first = "Nama"
		}
		printsWell(t, f, sheet, headRow(t, rowsOf(t, f, sheet), first), "landscape")
	}
}
