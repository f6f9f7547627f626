package incoming

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"siip-asn/reports/sheet"
	"siip-asn/reports/workbook"
)

// What files as a whole are refused with: the beginnings of the sentences of lembar.
const (
	notTable = "Berkas ini bukan tabel Excel (.xlsx) atau CSV (.csv)."
	oldBook  = "Berkas ini berformat Excel lama (.xls)."
	binBook  = "Berkas ini berformat Excel biner (.xlsb)."
	openDoc  = "Berkas ini berformat OpenDocument (.ods)."
	webPage  = "Berkas ini sebenarnya halaman web"
	locked   = "Berkas ini dilindungi kata sandi."
	tooBig   = sheet.TooBig
	damaged  = "Berkas ini rusak atau tidak lengkap."
	noSheet  = "Berkas ini tidak berisi lembar data."
)

// The parts of the smallest workbook there is.
const (
	contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
	rootRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="%s"/></Relationships>`
	bookRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="%s"/></Relationships>`
	bookXML = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Pegawai" sheetId="1" r:id="rId1"/></sheets></workbook>`
	sheetXML = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>`
)

// parts is a workbook made by hand: its parts by name.
type parts map[string]string

func handmade(data string) parts {
	return parts{
		"[Content_Types].xml":        contentTypes,
		"_rels/.rels":                fmt.Sprintf(rootRels, "xl/workbook.xml"),
		"xl/workbook.xml":            bookXML,
		"xl/_rels/workbook.xml.rels": fmt.Sprintf(bookRels, "worksheets/sheet1.xml"),
		"xl/worksheets/sheet1.xml":   fmt.Sprintf(sheetXML, data),
	}
}

func (p parts) with(name, text string) parts {
	p[name] = text
	return p
}

func (p parts) zip(t testing.TB) []byte {
	t.Helper()
	var buf bytes.Buffer
	zw := zip.NewWriter(&buf)
	for name, text := range p {
		w, err := zw.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// inline is a row of texts.
func inline(n int, texts ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, n)
	for i, text := range texts {
		fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, workbook.Ref(i+1, n), text)
	}
	b.WriteString(`</row>`)
	return b.String()
}

var headerRow = inline(1, "NIP", "Nama", "Jabatan", "Jenjang", "OPD")

func sheetData(rows ...string) string { return "<sheetData>" + strings.Join(rows, "") + "</sheetData>" }

func personRow(n int) string {
	return inline(n, string(sampleNIP(n)), "SARI", "Analis", "Pengawas", "Dinas Contoh")
}

func TestHandmade(t *testing.T) {
	got, faults, err := readPegawai(handmade(sheetData(headerRow, personRow(2))).zip(t))
	if err != nil || len(faults) > 0 || len(got.Rows) != 1 {
		t.Fatal(got, faults, err)
	}
}

// One cell in the last column of each of many rows: a hundred kilobytes that other readers turn into gigabytes.
func xfdBomb() string {
	rows := []string{headerRow}
	for n := 2; n < 20_000; n++ {
		rows = append(rows, fmt.Sprintf(`<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, n, n))
	}
	return sheetData(rows...)
}

func TestHostile(t *testing.T) {
	t.Parallel()
	plainSheet := sheetData(headerRow, personRow(2))
	for name, c := range map[string]struct {
		file []byte
		want string // begins with; empty: whatever, but at once
	}{
		"empty":               {nil, "Berkas ini kosong (0 byte)."},
		"two bytes":           {[]byte("PK"), damaged},
		"text":                {[]byte("NIP;Nama;Jabatan\n"), ""},
		"pdf":                 {[]byte("%PDF-1.7\n%âãÏÓ"), notTable},
		"old xls":             {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"), oldBook},
		"password":            {lockedBook(t), locked},
		"open document":       {parts{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}.zip(t), openDoc},
		"word":                {handmade(plainSheet).with("_rels/.rels", fmt.Sprintf(rootRels, "word/document.xml")).zip(t), notTable},
		"binary workbook":     {handmade(plainSheet).with("_rels/.rels", fmt.Sprintf(rootRels, "xl/workbook.bin")).zip(t), binBook},
		"cut off":             {handmade(plainSheet).zip(t)[:900], damaged},
		"flipped":             {flipped(handmade(plainSheet).zip(t)), ""},
		"bomb":                {claimed(t, 161<<20), tooBig},
		"bomb that lies":      {claimed(t, 10), damaged},
		"xfd bomb":            {handmade(xfdBomb()).zip(t), `Lembar "Pegawai" belum berisi baris data`},
		"web page":            {[]byte("\xef\xbb\xbf<html><table><tr><td>NIP</td></tr></table></html>"), webPage},
		"strings bomb":        {handmade(plainSheet).with("xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si/>", 1_300_000)+"</sst>").zip(t), ""},
		"styles bomb":         {handmade(plainSheet).with("xl/styles.xml", "<styleSheet><cellXfs>"+strings.Repeat("<xf/>", 510_000)+"</cellXfs></styleSheet>").with("xl/_rels/workbook.xml.rels", strings.Replace(fmt.Sprintf(bookRels, "worksheets/sheet1.xml"), "</Rel", `<Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Rel`, 1)).zip(t), tooBig},
		"sheets bomb":         {handmade(plainSheet).with("xl/workbook.xml", "<workbook><sheets>"+strings.Repeat("<sheet/>", 30_000)+"</sheets></workbook>").zip(t), noSheet},
		"names bomb":          {handmade(plainSheet).with("xl/_rels/workbook.xml.rels", "<Relationships>"+strings.Repeat("<Relationship/>", 19_000)+"</Relationships>").zip(t), damaged},
		"attribute bomb":      {handmade(plainSheet).with("xl/worksheets/sheet1.xml", "<worksheet "+strings.Repeat("a='' ", 50_000)+"/>").zip(t), tooBig},
		"depth bomb":          {handmade(strings.Repeat("<a>", 100_000)).zip(t), ""},
		"sheet elsewhere":     {handmade(plainSheet).with("xl/_rels/workbook.xml.rels", fmt.Sprintf(bookRels, "/docProps/app.xml")).with("docProps/app.xml", plainSheet).zip(t), ""},
		"no such sheet":       {handmade(plainSheet).with("xl/_rels/workbook.xml.rels", fmt.Sprintf(bookRels, "worksheets/sheet9.xml")).zip(t), damaged},
		"no sheets":           {handmade(plainSheet).with("xl/workbook.xml", strings.Replace(bookXML, `<sheet name="Pegawai" sheetId="1" r:id="rId1"/>`, "", 1)).zip(t), noSheet},
		"hidden sheet only":   {handmade(plainSheet).with("xl/workbook.xml", strings.Replace(bookXML, `<sheet name="Pegawai"`, `<sheet name="Pegawai" state="hidden"`, 1)).zip(t), noSheet + " Bila lembarnya disembunyikan, mohon tampilkan dahulu (Unhide)"},
		"broken xml":          {handmade(sheetData(headerRow, personRow(2), "<row><c>")).zip(t), damaged},
		"xml that stops":      {handmade("<sheetData>" + headerRow + personRow(2)).zip(t), ""},
		"rows out of order":   {handmade(sheetData(headerRow, personRow(3), personRow(2))).zip(t), damaged},
		"row twice":           {handmade(sheetData(headerRow, personRow(2), personRow(2))).zip(t), damaged},
		"row too far":         {handmade(sheetData(headerRow, `<row r="1048577"><c><v>1</v></c></row>`)).zip(t), damaged},
		"cells out of order":  {handmade(sheetData(headerRow, `<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>`)).zip(t), damaged},
		"cell of another row": {handmade(sheetData(headerRow, `<row r="2"><c r="A9"><v>1</v></c></row>`)).zip(t), damaged},
		"cell without row":    {handmade(`<sheetData><c r="A1"><v>1</v></c></sheetData>`).zip(t), damaged},
		"string missing":      {handmade(sheetData(headerRow, `<row r="2"><c r="A2" t="s"><v>7</v></c></row>`)).zip(t), damaged},
		"string negative":     {handmade(sheetData(headerRow, `<row r="2"><c r="A2" t="s"><v>-1</v></c></row>`)).zip(t), damaged},
		"string no number":    {handmade(sheetData(headerRow, `<row r="2"><c r="A2" t="s"><v>x</v></c></row>`)).zip(t), damaged},
		"part twice":          {handmade(plainSheet).with(`xl\worksheets/./Sheet1.xml`, plainSheet).zip(t), damaged},
		"many parts":          {manyParts(t), tooBig},
	} {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			got, faults, err := readPegawai(c.file)
			if took := time.Since(begin); took > 10*time.Second { // far more than it takes, also on a busy machine
				t.Errorf("took %v", took)
			}
			if c.want == "" && (err != nil || len(faults) > 0 || len(got.Rows) > 0) {
				return
			}
			var file *FileError
			if !errors.As(err, &file) || !strings.HasPrefix(file.Error(), c.want) {
				t.Errorf("got %v %v, want %q", faults, err, c.want)
			}
		})
	}
}

// claimed is a workbook with parts that say how large they are, truly or not.
func claimed(t testing.TB, sizes ...uint64) []byte {
	t.Helper()
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(make([]byte, 1<<20)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	zw := zip.NewWriter(&buf)
	for name, text := range handmade("") {
		if name == "xl/worksheets/sheet1.xml" {
			continue
		}
		part, err := zw.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, text); err != nil {
			t.Fatal(err)
		}
	}
	for i, size := range sizes {
		part, err := zw.CreateRaw(&zip.FileHeader{
			Name: fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), Method: zip.Deflate,
			UncompressedSize64: size, CompressedSize64: uint64(packed.Len()),
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(packed.Bytes()); err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func lockedBook(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var buf bytes.Buffer
	if err := f.Write(&buf, excelize.Options{Password: "rahasia"}); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func flipped(b []byte) []byte {
	b[120] ^= 0xff
	return b
}

func manyParts(t testing.TB) []byte {
	p := handmade(sheetData(headerRow))
	for n := range 2001 {
		p[fmt.Sprintf("xl/media/%d.png", n)] = ""
	}
	return p.zip(t)
}

// TestBombCost proves that the refusal comes before the cost.
func TestBombCost(t *testing.T) {
	file := handmade(xfdBomb()).zip(t)
	t.Logf("%d KiB", len(file)>>10)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begin := time.Now()
	_, _, err := readPegawai(file)
	took := time.Since(begin)
	runtime.ReadMemStats(&after)
	if err == nil || took > 2*time.Second {
		t.Errorf("%v in %v", err, took)
	}
	if spent := after.TotalAlloc - before.TotalAlloc; spent > 64<<20 {
		t.Errorf("%d MiB were allocated", spent>>20)
	}
	t.Logf("refused in %v, %d MiB allocated", took, (after.TotalAlloc-before.TotalAlloc)>>20)
}

// Cells that hold nothing may stand as far to the right as they like: whole rows are formatted like that.
func TestEmptyCellsFarRight(t *testing.T) {
	row := strings.Replace(personRow(2), "</row>", `<c r="XFD2" s="0"/></row>`, 1)
	got, faults, err := readPegawai(handmade(sheetData(headerRow, row, `<row r="1048576"/>`)).zip(t))
	if err != nil || len(faults) > 0 || len(got.Rows) != 1 {
		t.Error(got, faults, err)
	}
}
