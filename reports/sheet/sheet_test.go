package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

// book is a workbook made by hand: one sheet with these rows, and more parts.
func bookOf(t testing.TB, data string, more map[string]string) []byte {
	t.Helper()
	parts := map[string]string{
		"_rels/.rels":     `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns:r="x"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + data + `</sheetData></worksheet>`,
	}
	for name, text := range more {
		parts[name] = text
	}
	var buf bytes.Buffer
	zw := zip.NewWriter(&buf)
	for name, text := range parts {
		w, err := zw.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// readAll reads every cell of the first sheet.
func readAll(b []byte) (rows []Row, err error) {
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, err
	}
	err = f.Rows(context.Background(), f.Sheets[0], All, func(r Row) bool {
		rows = append(rows, Row{N: r.N, Cells: slices.Clone(r.Cells)})
		return true
	})
	return rows, err
}

// TestCellsAsTheyAreWritten: every way in which writers put a text, a number, a date into a cell.
func TestCellsAsTheyAreWritten(t *testing.T) {
	rows, err := readAll(bookOf(t, `
		<row r="2"><c r="B2" t="s"><v>1</v></c><c t="inlineStr"><is><r><t>SARI </t></r><r><t xml:space="preserve">MAWAR</t></r><rPh><t>x</t></rPh></is></c>
		<c t="str"><v>a &amp; b &#233; &#xe9; &nbsp;</v></c><c><v>78.5</v></c><c s="1"><v>46265</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c>
		<c t="d"><v>2026-08-31T00:00:00</v></c><c t="inlineStr"><is><t> - </t></is></c></row>
		<x:row xmlns:x="y"><x:c t="s"><x:v>0</x:v></x:c><!-- <c> --><c t="str"><v><![CDATA[<b> & _x000D_]]></v></c></x:row>`, map[string]string{
		"xl/sharedStrings.xml": `<sst><si><t>satu_x000A_dua</t></si><si><r><t>DINAS</t></r><r><t xml:space="preserve"> A</t></r></si></sst>`,
		"xl/styles.xml":        `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
	}))
	if err != nil || len(rows) != 2 || rows[0].N != 2 || rows[1].N != 3 {
		t.Fatalf("%+v %v", rows, err)
	}
	var got []string
	for _, c := range append(rows[0].Cells, rows[1].Cells...) {
		got = append(got, fmt.Sprintf("%d:%s", c.Kind, c.Text))
	}
	want := []string{"0:", "1:DINAS A", "1:SARI MAWAR", "1:a & b é é &nbsp;", "2:78,5", "4:31/08/2026", "5:", "6:#N/A", "7:2", "4:31/08/2026", "1:satu dua", "1:<b> &"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

// TestNumbersAsTheyAreSeen in their formats, or Odd where the look is not known.
func TestNumbersAsTheyAreSeen(t *testing.T) {
	for _, c := range []struct {
		v            float64
		format, want string
	}{
		{78.5, "General", "78,5"}, {78.123456789, "General", "78,12345679"}, {0.1 + 0.2, "General", "0,3"}, {81234567890, "General", "81234567890"},
		{6281234567890, "General", "6281234567890"}, {-2.5, "General", "-2,5"}, {1e-7, "General", "0,0000001"}, {84, "@", "84"}, {0.00012345678912, "General", "0,000123457"},
		{0.785, "0.00%", "78,50%"}, {0.785, "0%", "79%"}, {78.126, "0.0", "78,1"}, {78.125, "0.00", "78,13"}, {2.5, "0", "3"}, {-2.5, "0", "-3"}, {0.4, "0", "0"}, {-0.4, "0", "0"},
		{1234567.891, "#,##0.00", "1.234.567,89"}, {1234, "#,##0", "1.234"}, {12, "#,##0", "12"}, {7, "000", "007"}, {78.5, "0.0#", "78,5"}, {78.55, "0.0#", "78,55"}, {99.995, "0.00", "100,00"},
		{40, `0" JP"`, "40 JP"}, {40, `0\ "poin"`, "40 poin"}, {1500, `"Rp"#,##0`, "Rp1.500"}, {1500, `[$Rp-421]#,##0`, "Rp1.500"}, {1500, `_-* #,##0_-;-* #,##0_-`, "1.500"}, {5, "[Red]0", "5"},
		{0.5, "# ?/?", "Odd"}, {78, "0.00E+00", "Odd"}, {5, "[>100]0;0", "Odd"}, {1500, "#,##0,", "Odd"}, {81234, "0000-0000", "Odd"},
		{46265, "dd/mm/yyyy", "31/08/2026"}, {46265.5, "d mmm yyyy h:mm", "31/08/2026 12.00"}, {0.5, "h:mm", "30/12/1899 12.00"},
	} {
		got := parseFormat(c.format).cell(c.v, false)
		text := got.Text
		if got.Kind == Odd {
			text = "Odd"
		}
		if text != c.want {
			t.Errorf("%v in %q: %q (%d), want %q", c.v, c.format, text, got.Kind, c.want)
		}
	}
	if got := parseFormat("dd/mm/yyyy").cell(44803, true); got.Text != "31/08/2026" {
		t.Errorf("counted from 1904: %+v", got)
	}
	if got := parseFormat("0").cell(1e300, false); got.Kind != Odd {
		t.Errorf("%+v", got)
	}
}

func TestShowsDate(t *testing.T) {
	for format, want := range map[string]bool{
		"dd/mm/yyyy": true, "[$-421]d mmmm yyyy;@": true, "h:mm": true, "[h]:mm": true, `yyyy\-mm`: true, "MMM": true,
		"General": false, "0.00": false, "#,##0": false, "0.00E+00": false, "0%": false, "@": false, "": false,
		`"Rp"#,##0`: false, "[Red]-0": false, `0\d`: false, "_-* #,##0_-": false, "[$Rp-421]#,##0": false, `0 "hari"`: false,
	} {
		if got := parseFormat(format).date; got != want {
			t.Errorf("%q: %v", format, got)
		}
	}
}

// TestCSV: separators, encodings and quotes as programs write them; the rows are counted as a spreadsheet does.
func TestCSV(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"comma":            {"NIP,Nama\n1,\"SARI, S.Pd.\"\n\n2,BUDI\n", "1:NIP|Nama 2:1|SARI, S.Pd. 4:2|BUDI"},
		"semicolon, CRLF":  {"NIP;Nama\r\n1;\"a \"\"b\"\" c\"\r\n", `1:NIP|Nama 2:1|a "b" c`},
		"tab":              {"NIP\tNama\n1\tSARI, S.Pd.; x\n", "1:NIP|Nama 2:1|SARI, S.Pd.; x"},
		"sep line":         {"sep=|\nNIP|Nama,x\n", "1:NIP|Nama,x"},
		"old Mac":          {"NIP;Nama\r1;SARI\r", "1:NIP|Nama 2:1|SARI"},
		"line in a field":  {"NIP;Nama\n1;\"SARI\nMAWAR\"\n2;BUDI", "1:NIP|Nama 2:1|SARI MAWAR 3:2|BUDI"},
		"UTF-8 mark":       {"\xef\xbb\xbfNIP;Nama\n", "1:NIP|Nama"},
		"Windows-1252":     {"NIP;Nama\n1;REN\xc9 \x96 \x93x\x94 \x80\n", "1:NIP|Nama 2:1|RENÉ – “x” €"},
		"UTF-16":           {"\xff\xfeN\x00;\x00\xc9\x00\n\x00", "1:N|É"},
		"digits as text":   {"NIP;Nama\n=\"0123\";'0123\n", "1:NIP|Nama 2:0123|'0123"},
		"dash for nothing": {"a;b\n-;x\n", "1:a|b 2:|x"},
	} {
		rows, err := readAll([]byte(c.file))
		var got []string
		for _, r := range rows {
			var texts []string
			for _, cell := range r.Cells {
				texts = append(texts, cell.Text)
			}
			got = append(got, fmt.Sprintf("%d:%s", r.N, strings.Join(texts, "|")))
		}
		if strings.Join(got, " ") != c.want || err != nil {
			t.Errorf("%s: %q %v, want %q", name, got, err, c.want)
		}
	}
	if _, err := readAll([]byte("a;b\n1;\"x\n2;y\n")); err == nil || !strings.Contains(err.Error(), "dibuka pada baris 2 tidak ditutup") {
		t.Error(err)
	}
	for file, want := range map[string]string{
		"<?xml version=\"1.0\"?><Workbook>": "Berkas ini berformat XML", "\n<TABLE><tr>": "Berkas ini sebenarnya halaman web",
	} {
		if _, err := readAll([]byte(file)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v", file, err)
		}
	}
	for _, file := range []string{"%PDF-1.7", "\x89PNG\r\n\x1a\n\x00\x00", `{\rtf1}`} {
		if _, err := readAll([]byte(file)); err == nil || !strings.HasPrefix(err.Error(), "Berkas ini bukan tabel") {
			t.Errorf("%q: %v", file, err)
		}
	}
}

// TestOnlyVisibleTablesAreSheets: what is hidden, and charts, are none.
func TestOnlyVisibleTablesAreSheets(t *testing.T) {
	b := bookOf(t, "", map[string]string{
		"xl/workbook.xml": `<workbook xmlns:r="x"><sheets><sheet name="Grafik" r:id="r9"/><sheet name="Lama" state="hidden" r:id="r1"/>` +
			`<sheet name="Rahasia" state="veryHidden" r:id="r1"/><sheet name=" Data &amp; Lain " r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r9" Type="x/chartsheet" Target="c.xml"/></Relationships>`,
	})
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil || len(f.Sheets) != 1 || f.Sheets[0].Name != "Data & Lain" || len(f.Hidden) != 2 || f.Hidden[1].Name != "Rahasia" {
		t.Errorf("%+v %v", f, err)
	}
}

// TestTheContextEndsTheReading between two rows.
func TestTheContextEndsTheReading(t *testing.T) {
	var rows strings.Builder
	for range 1000 {
		rows.WriteString(`<row><c><v>1</v></c></row>`)
	}
	csv := strings.Repeat("1;2\n", 1000)
	for name, b := range map[string][]byte{"xlsx": bookOf(t, rows.String(), nil), "csv": []byte(csv)} {
		f, err := Open(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(context.Background())
		n := 0
		err = f.Rows(ctx, f.Sheets[0], All, func(Row) bool {
			if n++; n == 5 {
				stop()
			}
			return true
		})
		if !errors.Is(err, context.Canceled) || n != 5 {
			t.Errorf("%s: %d rows, %v", name, n, err)
		}
	}
}

// TestLongTexts: a cell holds what Excel lets it hold, and says when there was more.
func TestLongTexts(t *testing.T) {
	long := strings.Repeat("é", CellMax+5)
	rows, err := readAll(bookOf(t, `<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>`+long+`</t></is></c><c t="str"><v>`+long+`</v></c><c t="inlineStr"><is><t>x</t></is></c></row>`,
		map[string]string{"xl/sharedStrings.xml": "<sst><si><t>" + long + "</t></si></sst>"}))
	if err != nil || len(rows) != 1 {
		t.Fatal(err)
	}
	for i, c := range rows[0].Cells {
		if n := len([]rune(c.Text)); c.Long != (i < 3) || i < 3 && n != CellMax {
			t.Errorf("cell %d: %d characters, %v", i, n, c.Long)
		}
	}
	if rows, _ := readAll([]byte("a;" + long + "\n")); !rows[0].Cells[1].Long {
		t.Error("csv")
	}
}

func TestTooManyRows(t *testing.T) {
	t.Parallel()
	var rows strings.Builder
	for range RowsMax + aboveMax + 1 {
		rows.WriteString(`<row><c><v>1</v></c></row>`)
	}
	for name, b := range map[string][]byte{"xlsx": bookOf(t, rows.String(), nil), "csv": []byte(strings.Repeat("1\n", RowsMax+aboveMax+1))} {
		if _, err := readAll(b); err == nil || !strings.Contains(err.Error(), "lebih dari 100000 baris") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRescue: a panic over a file ends the reading of the file, not the program.
func TestRescue(t *testing.T) {
	err := func() (err error) {
		defer rescue(&err)
		panic("index out of range")
	}()
	if err == nil || err.Error() != damaged || !strings.Contains(errors.Unwrap(err).Error(), "index out of range") {
		t.Error(err)
	}
}

// FuzzSheet and FuzzCSV: rows, or a sentence; never anything else, and at once.
func FuzzSheet(f *testing.F) {
	for _, data := range []string{
		`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, `<row><c t="inlineStr"><is><t>x</t></is></c></row><row/>`, `<row><c><v>1E400</v></c><c t="d"><v>2026</v></c></row>`,
		`<row><c><f>1</f><v>&#x41;&amp;</v></c></row><!-- x --><![CDATA[y]]>`, `</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells><sheetData>`, `<row r="9"><c r="XFD9" s="7"><v>1</v></c></row>`,
	} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) {
		sound(t, bookOf(t, data, map[string]string{"xl/sharedStrings.xml": "<sst><si><t>" + data + "</t></si></sst>", "xl/styles.xml": data}))
	})
}

func FuzzCSV(f *testing.F) {
	for _, file := range []string{"a;b\n1;\"x\"\n", "sep=,\n\"a\"\"b\",c", "\xff\xfea\x00", "\"", "a\tb\r\rc", "\xef\xbb\xbf=\"1\""} {
		f.Add([]byte(file))
	}
	f.Fuzz(func(t *testing.T, b []byte) { sound(t, b) })
}

func sound(t *testing.T, b []byte) {
	begin := time.Now()
	rows, err := readAll(b)
	var file *Error
	if err != nil && !errors.As(err, &file) {
		t.Errorf("not for people: %v", err)
	}
	for _, r := range rows {
		for _, c := range r.Cells {
			if c.Kind == Empty && c.Text != "" || len(c.Text) > 4*CellMax {
				t.Errorf("%+v", c)
			}
		}
	}
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}
