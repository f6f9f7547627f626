package incoming

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/reports/cetak"
	"siip-asn/reports/form"
	"siip-asn/reports/sample"
	"siip-asn/reports/typeset"
)

// seeds are workbooks of all kinds: our own, filled in, wrong, and hostile.
func seeds(t testing.TB) [][]byte {
	data := sheetData(headerRow, personRow(2))
	return [][]byte{
		bytesOf(t, WriteTemplatePegawai), bytesOf(t, WriteTemplatePanduan),
		copyExamples(t, bytesOf(t, WriteTemplatePegawai), "Pegawai"), copyExamples(t, bytesOf(t, WriteTemplatePanduan), "Panduan"),
		wrongBook(t), lockedBook(t), handmade(data).zip(t), handmade(xfdBomb()).zip(t)[:4000], {}, []byte("PK\x03\x04"),
		bytesOf(t, func(w io.Writer) error { return cetak.WriteData(w, sample.Header(), slices.Values(sample.Data(3))) }),
		handmade(sheetData(headerRow, `<row r="2"><c r="A2" t="s"><v>0</v></c></row>`)).with("xl/sharedStrings.xml", "<sst><si><t>x</t></si></sst>").zip(t),
	}
}

func FuzzReadPegawai(f *testing.F) {
	for _, b := range seeds(f) {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got, faults, err := readPegawai(b)
		soundly(t, b, len(got.Rows), faults, err)
		for _, row := range got.Rows {
			soundPegawai(t, row)
		}
	})
}

func FuzzReadPanduan(f *testing.F) {
	for _, b := range seeds(f) {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		rows, faults, err := readPanduan(b)
		soundly(t, b, len(rows), faults, err)
	})
}

// FuzzSheet goes behind the zip, where a random change would only break the checksum.
func FuzzSheet(f *testing.F) {
	for _, data := range []string{
		sheetData(headerRow, personRow(2), personRow(3)), xfdBomb()[:2000], `<sheetData><row><c><f>1</f></c></row></sheetData>`,
		sheetData(headerRow, `<row r="5"><c r="A5" t="e"><v>#N/A</v></c><c r="C5" t="b"><v>1</v></c></row>`) + `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
		sheetData(headerRow, `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>1E400</v></c><c t="d"><v>2026-11-23</v></c></row>`),
	} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) {
		b := handmade(data).with("xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>x</t></si></sst>`).zip(t)
		got, faults, err := readPegawai(b)
		soundly(t, b, len(got.Rows), faults, err)
		for _, row := range got.Rows {
			soundPegawai(t, row)
		}
	})
}

// soundly: rows, or faults, or a refusal for people; and what has faults can be given back.
func soundly(t testing.TB, b []byte, rows int, faults []imports.Fault, err error) {
	t.Helper()
	var file *FileError
	switch {
	case err != nil && !errors.As(err, &file):
		t.Errorf("not for people: %v", err)
	case err != nil && (rows > 0 || len(faults) > 0), err == nil && rows == 0 && len(faults) == 0, len(faults) > form.FaultsMax+1:
		t.Errorf("%d rows, %d faults, %v", rows, len(faults), err)
	}
	for _, f := range faults {
		if f.Sheet == "" || !strings.HasSuffix(f.Reason, ".") {
			t.Errorf("%+v", f)
		}
	}
	if len(faults) > 0 {
		if err := salahOf(io.Discard, b); err != nil && !errors.As(err, &file) {
			t.Errorf("cannot be given back: %v", err)
		}
	}
}

func soundPegawai(t testing.TB, row imports.BarisPegawai) {
	t.Helper()
	if nip, err := identitas.ParseNIP(string(row.NIP)); err != nil || nip != row.NIP {
		t.Errorf("NIP %q: %v", row.NIP, err)
	}
	for _, text := range []string{row.Nama, row.Jabatan, row.OPD} {
		if text == "" || text != typeset.Line(text) {
			t.Errorf("%q is missing or not tidy", text)
		}
	}
	if _, ok := flow.ParseJenjang(string(row.Jenjang)); !ok || row.Cell == "" {
		t.Errorf("%+v", row)
	}
	if hp, ok := identitas.ParseHP(string(row.HP)); row.HP != "" && (!ok || hp != row.HP) {
		t.Errorf("HP %q", row.HP)
	}
}
