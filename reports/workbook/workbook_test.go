package workbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/cetakan"
)

func written(t *testing.T, made time.Time, tables ...Table[int]) *excelize.File {
	t.Helper()
	b, err := New("Uji", made)
	if err != nil {
		t.Fatal(err)
	}
	b.Sign("Kantor Contoh", cetakan.Tanda{})
	for _, table := range tables {
		if err := Put(b, table); err != nil {
			t.Fatal(err)
		}
	}
	var buf bytes.Buffer
	if err := b.Write(&buf); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(buf.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func numbers(sheet string) Table[int] {
	return Table[int]{Sheet: sheet, Rows: slices.Values([]int{3, 1, 2}), Columns: []Column[int]{
		{Name: "Nama", Width: 20, Write: func(int) any { return "x" }},
		{Name: "Jumlah", Width: 10, Look: Count, Write: func(n int) any { return n }},
	}}
}

// A file whose input brings no date says none; title, author, office and language are said.
func TestProperties(t *testing.T) {
	f := written(t, Undated, numbers("A"))
	core, _ := f.Pkg.Load("docProps/core.xml")
	if text := string(core.([]byte)); strings.Contains(text, "dcterms:created") || strings.Contains(text, "20") && strings.Contains(text, "W3CDTF") {
		t.Errorf("it says when it was made: %s", text)
	}
	f = written(t, time.Date(2026, 11, 23, 3, 15, 0, 0, time.UTC), numbers("A"))
	p, err := f.GetDocProps()
	if err != nil || p.Title != "Uji" || p.Creator != "SIIP-ASN" || p.Language != "id-ID" || p.Created != "2026-11-23T03:15:00Z" {
		t.Errorf("%+v %v", p, err)
	}
	app, err := f.GetAppProps()
	if err != nil || app.Company != "Kantor Contoh" {
		t.Errorf("%+v %v", app, err)
	}
}

// Each sheet begins with page 1.
func TestEachSheetNumbersItsOwnPages(t *testing.T) {
	f := written(t, Undated, numbers("A"), numbers("B"))
	for _, sheet := range []string{"A", "B"} {
		layout, err := f.GetPageLayout(sheet)
		if err != nil || layout.FirstPageNumber == nil || *layout.FirstPageNumber != 1 {
			t.Errorf("%s: %+v %v", sheet, layout, err)
		}
	}
}

// A chart says the same in words, for who does not see it.
func TestBaganHasAlt(t *testing.T) {
	table := numbers("A")
	table.Title, table.Gap = []string{"JUDUL"}, 12
	table.Dress = func(f *excelize.File, sheet string, head, _ int) error {
		return Chart{Title: "Bagan", Alt: "Batang: x 3, x 1, x 2.", Sheet: sheet, Names: 1, Head: head, N: 3, Series: []Series{{2, Navy}}, Wide: 300, High: 200}.AddTo(f, sheet, "A3")
	}
	f := written(t, Undated, table)
	drawing, ok := f.Pkg.Load("xl/drawings/drawing1.xml")
	if !ok || !strings.Contains(string(drawing.([]byte)), `descr="Batang: x 3, x 1, x 2."`) {
		t.Errorf("%s", drawing)
	}
}

// A code to be typed stands free of the lines around its cell.
func TestCodeStandsFree(t *testing.T) {
	s := Code.style()
	if s.Alignment.Indent < 1 || s.Alignment.Vertical != "center" || s.NumFmt != 49 {
		t.Errorf("%+v", s.Alignment)
	}
}
