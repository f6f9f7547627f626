package incoming

import (
	"slices"
	"strconv"
	"strings"

	"siip-asn/flow/imports"
	"siip-asn/flow/spelling"
	"siip-asn/reports/sheet"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

func (s *mending) table() workbook.Table[mendingRow] {
	columns := []workbook.Column[mendingRow]{
		{Name: "Kesalahan", Width: 60, Look: workbook.Reason, Write: func(r mendingRow) any { return strings.Join(s.reasons[r.n], "\n") }},
		{Name: "Baris", Width: 8, Look: workbook.Counter, Write: func(r mendingRow) any { return r.n }},
	}
	own := []string{columns[0].Name, columns[1].Name}
	for i, title := range s.head.Titles {
		if slices.ContainsFunc(own, func(name string) bool { return spelling.Key(name) == spelling.Key(title) }) {
			continue // it has been given back before
		}
		columns = append(columns, s.column(i))
	}
	return workbook.Table[mendingRow]{
		Sheet: sheetName(s.head.Sheet.Name), Columns: columns, Rows: s.all(), Freeze: len(own),
		Page: workbook.Page{Left: []string{"KESALAHAN PADA BERKAS"}},
	}
}

// column is one of the person's own columns, as wide as the form has it.
func (s *mending) column(i int) workbook.Column[mendingRow] {
	c := workbook.Column[mendingRow]{Name: s.title(i), Width: widthOf(s.title(i)), Look: workbook.Digits}
	if s.wrong[workbook.Ref(i+1, s.head.Row)] {
		c.Head = workbook.Wrong
	}
	letters := strings.TrimRight(workbook.Ref(i+1, 1), "1")
	c.Write = func(r mendingRow) any {
		text := s.shows(sheet.Row{Cells: r.cells}.At(i))
		if len(s.reasons[r.n]) > 0 && s.wrong[letters+strconv.Itoa(r.n)] {
			return workbook.Dressed{Look: workbook.Wrong, Value: shorten(text, wrongMost)}
		}
		return text
	}
	return c
}

// widthOf is how wide a form has the column of that name.
func widthOf(name string) float64 {
	for _, c := range pegawaiForm.Columns {
		if spelling.Key(c.Name) == spelling.Key(name) {
			return c.Width
		}
	}
	for _, c := range panduanForm.Columns {
		if spelling.Key(c.Name) == spelling.Key(name) {
			return c.Width
		}
	}
	return 18
}

const faultSheet = "Daftar Kesalahan"

// sheetName is the name of a stranger's sheet as far as a workbook may have it.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || r > 0xffff {
			return '_'
		}
		return r
	}, spelling.Clip(typeset.Line(name), 31))
	if name == "" || strings.EqualFold(name, faultSheet) {
		return "Data"
	}
	return name
}

func faultTable(list []imports.Fault) workbook.Table[imports.Fault] {
	return workbook.Table[imports.Fault]{
		Sheet: faultSheet, Rows: slices.Values(list), Empty: "Tidak ada kesalahan.",
		Title: []string{"DAFTAR KESALAHAN", "Mohon perbaiki setiap sel, lalu kirim kembali. Belum ada yang disimpan."},
		Columns: []workbook.Column[imports.Fault]{
			workbook.Numbers[imports.Fault](),
			{Name: "Lembar", Width: 18, Write: func(f imports.Fault) any { return typeset.Line(f.Sheet) }},
			{Name: "Sel", Width: 9, Look: workbook.Centred, Write: func(f imports.Fault) any { return f.Cell }},
			{Name: "Kesalahan", Width: 92, Look: workbook.Reason, Write: func(f imports.Fault) any { return typeset.Line(f.Reason) }},
		},
	}
}
