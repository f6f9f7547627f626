package incoming

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/reports/form"
	"siip-asn/reports/workbook"
)

func TestTemplateUntouched(t *testing.T) {
	for name, c := range map[string]struct {
		write func(io.Writer) error
		read  func([]byte) error
	}{
		"Pegawai": {WriteTemplatePegawai, func(b []byte) error { _, _, err := readPegawai(b); return err }},
		"Panduan": {WriteTemplatePanduan, func(b []byte) error { _, _, err := readPanduan(b); return err }},
	} {
		b := bytesOf(t, c.write)
		noFormulas(t, b)
		var file *FileError
		if err := c.read(b); !errors.As(err, &file) || !strings.Contains(file.Reason, "belum berisi baris data") {
			t.Errorf("%s: %v", name, err)
		}
		if got := openBook(t, b).GetSheetList(); !slices.Equal(got, []string{name, "Contoh", "Petunjuk"}) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// copyExamples does what people do: the examples go onto the sheet to fill in.
func copyExamples(t testing.TB, template []byte, sheet string) []byte {
	t.Helper()
	f := openBook(t, template)
	for n, row := range rowsOf(t, f, "Contoh") {
		for i, text := range row {
			if err := f.SetCellStr(sheet, workbook.Ref(i+1, n+1), text); err != nil {
				t.Fatal(err)
			}
		}
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestTemplateExamples(t *testing.T) {
	got, faults, err := readPegawai(copyExamples(t, bytesOf(t, WriteTemplatePegawai), "Pegawai"))
	if err != nil || len(faults) > 0 || got.Columns != (imports.PegawaiColumns{HP: true, Nilai: true, Rekomendasi: true, Peran: true, Status: true}) {
		t.Fatal(faults, err)
	}
	for i, want := range pegawaiForm.Examples {
		want.Cell = "Pegawai!" + workbook.Ref(1, i+2)
		if got.Rows[i] != want {
			t.Errorf("%+v, want %+v", got.Rows[i], want)
		}
		if want.NIP[:4] != "1901" {
			t.Errorf("%s could be somebody", want.NIP)
		}
	}
	list, faults, err := readPanduan(copyExamples(t, bytesOf(t, WriteTemplatePanduan), "Panduan"))
	if err != nil || len(faults) > 0 || len(list) != len(panduanForm.Examples) {
		t.Fatal(faults, err)
	}
}

// The columns of the import are a promise to others.
func TestTemplateHeader(t *testing.T) {
	f := openBook(t, bytesOf(t, WriteTemplatePegawai))
	if got := rowsOf(t, f, "Pegawai")[0]; !slices.Equal(got, []string{"NIP", "Nama", "Jabatan", "Jenjang", "OPD", "No HP", "Nilai Kompetensi", "Rekomendasi", "Peran", "Status", "NIP Lama", "OPD Lama"}) {
		t.Errorf("%q", got)
	}
	f = openBook(t, bytesOf(t, WriteTemplatePanduan))
	if got := rowsOf(t, f, "Panduan")[0]; !slices.Equal(got, []string{"Jenis Diklat", "Jenis Kompetensi", "Sasaran Jenjang"}) {
		t.Errorf("%q", got)
	}
}

// Columns of digits are text down to the last row, also in cells that do not exist yet.
func TestTemplateText(t *testing.T) {
	f := openBook(t, bytesOf(t, WriteTemplatePegawai))
	for _, column := range []string{"A", "F"} {
		id, err := f.GetColStyle("Pegawai", column)
		if err != nil {
			t.Fatal(err)
		}
		if s, err := f.GetStyle(id); err != nil || s.NumFmt != 49 {
			t.Errorf("column %s: %+v %v", column, s, err)
		}
	}
}

func TestTemplateDropDowns(t *testing.T) {
	for sheet, c := range map[string]struct {
		file []byte
		want map[string][]string // column → choices
		stop map[string]bool     // nothing else may be typed
	}{
		"Pegawai": {bytesOf(t, WriteTemplatePegawai), map[string][]string{
			"D": form.WordsOf(flow.Jenjangs), "I": {"Admin OPD", "Admin SIIP-ASN", "Admin OPD; Admin SIIP-ASN"},
		}, map[string]bool{"D": true}},
		"Panduan": {bytesOf(t, WriteTemplatePanduan), map[string][]string{
			"B": form.WordsOf(flow.Kompetensis), "C": form.WordsOf(flow.Jenjangs),
		}, map[string]bool{"B": true}},
	} {
		f := openBook(t, c.file)
		rules, err := f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string][]string{}
		for _, rule := range rules {
			if rule.Type != "list" {
				continue
			}
			column := rule.Sqref[:1]
			got[column] = choices(t, f, rule.Formula1)
			if rule.ShowErrorMessage != c.stop[column] || !strings.HasSuffix(rule.Sqref, column+"100001") {
				t.Errorf("%s: %+v", column, rule)
			}
		}
		for column, want := range c.want {
			if !slices.Equal(got[column], want) {
				t.Errorf("%s %s: %q", sheet, column, got[column])
			}
		}
	}
}

// choices reads what a drop-down offers: 'Petunjuk'!$D$9:$D$13.
func choices(t testing.TB, f *excelize.File, area string) []string {
	t.Helper()
	sheet, cells, _ := strings.Cut(strings.ReplaceAll(area, "$", ""), "!")
	from, to, _ := strings.Cut(cells, ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	_, last, err2 := excelize.CellNameToCoordinates(to)
	if err != nil || err2 != nil {
		t.Fatal(area)
	}
	var list []string
	for n := first; n <= last; n++ {
		text, err := f.GetCellValue(strings.Trim(sheet, "'"), workbook.Ref(column, n))
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, text)
	}
	return list
}
