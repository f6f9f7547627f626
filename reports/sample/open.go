package sample

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Made by one of the writers.
func Bytes(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// Open reads a workbook back, and closes it with the test.
func Open(t testing.TB, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// Rows are the texts of a sheet as a person sees them, row by row.
func Rows(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// Part is the text of a part of a zip.
func Part(t testing.TB, b []byte, name string) string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := zr.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// NoFormulas proves that no cell of a workbook is a formula.
func NoFormulas(t testing.TB, b []byte) {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range zr.File {
		if strings.HasPrefix(part.Name, "xl/worksheets/sheet") && regexp.MustCompile(`<f[ />]`).MatchString(Part(t, b, part.Name)) {
			t.Errorf("%s has a formula", part.Name)
		}
	}
}

// NumberFormat is the format of a cell: a custom one as it stands, "@" for text, "" for any other.
func NumberFormat(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	if s.CustomNumFmt != nil {
		return *s.CustomNumFmt
	}
	return map[int]string{49: "@"}[s.NumFmt]
}

// HeadRow finds the header row of a sheet by its first column, from 1 on.
func HeadRow(t testing.TB, rows [][]string, first string) int {
	t.Helper()
	n := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == first })
	if n < 0 {
		t.Fatalf("no header row with %s", first)
	}
	return n + 1
}

// footed is what stands at the foot of a page: its number, and how many the sheet has.
var footed = regexp.MustCompile(`&RHalaman &P dari (\d+)$`)

// PrintsWell proves what every sheet for the office has: A4, one page wide, the header row on each page, "x dari y" with as
// many pages as the sheet has breaks, and one.
func PrintsWell(t testing.TB, f *excelize.File, sheet string, head int, way string) {
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
	hf, err := f.GetHeaderFooter(sheet)
	if err != nil {
		t.Fatal(err)
	}
	index, _ := f.GetSheetIndex(sheet)
	part, _ := f.Pkg.Load(fmt.Sprintf("xl/worksheets/sheet%d.xml", index+1))
	breaks := bytes.Count(part.([]byte), []byte("<brk "))
	if m := footed.FindStringSubmatch(hf.OddFooter); m == nil || m[1] != strconv.Itoa(breaks+1) {
		t.Errorf("%s with %d breaks: %q", sheet, breaks, hf.OddFooter)
	}
	want := "'" + sheet + "'!$" + strconv.Itoa(head) + ":$" + strconv.Itoa(head)
	if !slices.ContainsFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool {
		return d.Name == "_xlnm.Print_Titles" && d.Scope == sheet && d.RefersTo == want
	}) {
		t.Errorf("%s: row %d is not repeated", sheet, head)
	}
}

// Pages is the text of each page, as somebody reads it.
func Pages(t testing.TB, b []byte) []string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	file := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}
