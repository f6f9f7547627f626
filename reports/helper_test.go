package reports

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
)

// made by one of the writers.
func bytesOf(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func openBook(t testing.TB, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func rowsOf(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// partOf is the text of a part of a zip.
func partOf(t testing.TB, b []byte, name string) string {
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

// noFormulas proves that no cell of a workbook is a formula.
func noFormulas(t testing.TB, b []byte) {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range zr.File {
		if strings.HasPrefix(part.Name, "xl/worksheets/sheet") && regexp.MustCompile(`<f[ />]`).MatchString(partOf(t, b, part.Name)) {
			t.Errorf("%s has a formula", part.Name)
		}
	}
}

// book writes a workbook as a person would have made it: one sheet, its rows from row 1 on.
func workbook(t testing.TB, sheet string, rows ...[]any) []byte {
	t.Helper()
	return edited(t, sheet, func(f *excelize.File) {
		for i, row := range rows {
			if err := f.SetSheetRow(sheet, ref(1, i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func edited(t testing.TB, sheet string, edit func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	edit(f)
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

var pegawaiHeader = []any{"NIP", "Nama", "Jabatan", "Jenjang", "OPD"}

// person is a row without a fault in the order of pegawaiHeader, and what stands behind it.
func person(n int, more ...any) []any {
	return append([]any{string(sampleNIP(n)), sampleNama[n%len(sampleNama)], "Analis Data", "Pengawas", "Dinas Contoh"}, more...)
}

func readPegawai(b []byte) (flow.ImporPegawai, []flow.Fault, error) {
	return ReadPegawai(bytes.NewReader(b), int64(len(b)))
}

func readPanduan(b []byte) ([]flow.BarisPanduan, []flow.Fault, error) {
	return ReadPanduan(bytes.NewReader(b), int64(len(b)))
}

// wantFaults compares faults, written as "A5: …", with what they begin with.
func wantFaults(t testing.TB, got []flow.Fault, want ...string) {
	t.Helper()
	var lines []string
	for _, f := range got {
		lines = append(lines, f.Cell+": "+f.Alasan)
	}
	same := slices.EqualFunc(lines, want, strings.HasPrefix)
	if !same {
		t.Errorf("faults:\n%s\nwant:\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}
