package incoming

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/imports"
	"siip-asn/reports/sample"
	"siip-asn/reports/workbook"
)

// bookOf writes a workbook as a person would have made it: one sheet, its rows from row 1 on.
func bookOf(t testing.TB, sheet string, rows ...[]any) []byte {
	t.Helper()
	return edited(t, sheet, func(f *excelize.File) {
		for i, row := range rows {
			if err := f.SetSheetRow(sheet, workbook.Ref(1, i+1), &row); err != nil {
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

func readPegawai(b []byte) (imports.PegawaiImport, []imports.Fault, error) {
	isi, err := baca(b, imports.KindPegawai)
	return isi.Pegawai, isi.Faults, err
}

func readPanduan(b []byte) ([]imports.BarisPanduan, []imports.Fault, error) {
	isi, err := baca(b, imports.KindPanduan)
	return isi.Panduan, isi.Faults, err
}

func baca(b []byte, jenis imports.Kind) (Contents, error) {
	return Read(context.Background(), bytes.NewReader(b), int64(len(b)), jenis)
}

// salahOf gives a file back to be mended.
func salahOf(w io.Writer, b []byte) error {
	isi, err := baca(b, "")
	if err != nil {
		return err
	}
	return WriteFaults(context.Background(), w, bytes.NewReader(b), int64(len(b)), isi)
}

// wantFaults compares faults, written as "A5: …", with what they begin with.
func wantFaults(t testing.TB, got []imports.Fault, want ...string) {
	t.Helper()
	var lines []string
	for _, f := range got {
		lines = append(lines, f.Cell+": "+f.Reason)
	}
	same := slices.EqualFunc(lines, want, strings.HasPrefix)
	if !same {
		t.Errorf("faults:\n%s\nwant:\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

// The samples and the readers of files that the tests of all reports share.
var (
	sampleNIP  = sample.NIP
	sampleNama = sample.Nama
	bytesOf    = sample.Bytes
	openBook   = sample.Open
	rowsOf     = sample.Rows
	noFormulas = sample.NoFormulas
)
