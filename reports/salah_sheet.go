package reports

import (
	"slices"
	"strings"

	"siip-asn/flow"
)

func (s *salah) table() table[salahRow] {
	columns := []column[salahRow]{
		{Name: "Kesalahan", Width: 60, Look: reason, Write: func(r salahRow) any { return strings.Join(s.reasons[r.n], "\n") }},
		{Name: "Baris", Width: 8, Look: counter, Write: func(r salahRow) any { return r.n }},
	}
	own := names(columns)
	for i, v := range s.head {
		if slices.ContainsFunc(own, func(name string) bool { return flow.Key(name) == flow.Key(v.Text) }) {
			continue // it has been given back before
		}
		columns = append(columns, s.column(i, v.Text))
	}
	return table[salahRow]{
		Sheet: sheetName(s.sheet), Columns: columns, Rows: slices.Values(s.rows), Freeze: len(own),
		Page: page{Left: []string{"KESALAHAN PADA BERKAS"}},
	}
}

// column is one of the person's own columns, as wide as the form has it.
func (s *salah) column(i int, name string) column[salahRow] {
	c := column[salahRow]{Name: name, Width: widthOf(name), Look: digits}
	if s.wrong[ref(i+1, 1)] {
		c.Head = wrong
	}
	c.Write = func(r salahRow) any {
		text := nth(r.cells, i).Text
		if s.wrong[ref(i+1, r.n)] {
			return dressed{wrong, text}
		}
		return text
	}
	return c
}

// widthOf is how wide a form has the column of that name.
func widthOf(name string) float64 {
	for _, c := range pegawaiForm.Columns {
		if flow.Key(c.Name) == flow.Key(name) {
			return c.Width
		}
	}
	for _, c := range panduanForm.Columns {
		if flow.Key(c.Name) == flow.Key(name) {
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
	}, flow.Clip(line(name), 31))
	if name == "" || strings.EqualFold(name, faultSheet) {
		return "Data"
	}
	return name
}

func faultTable(list []flow.Fault) table[flow.Fault] {
	return table[flow.Fault]{
		Sheet: faultSheet, Rows: slices.Values(list), Empty: "Tidak ada kesalahan.",
		Title: []string{"DAFTAR KESALAHAN", "Mohon perbaiki setiap sel, lalu kirim kembali. Belum ada yang disimpan."},
		Columns: []column[flow.Fault]{
			nomor[flow.Fault](),
			{Name: "Lembar", Width: 18, Write: func(f flow.Fault) any { return line(f.Sheet) }},
			{Name: "Sel", Width: 9, Look: centred, Write: func(f flow.Fault) any { return f.Cell }},
			{Name: "Kesalahan", Width: 92, Look: reason, Write: func(f flow.Fault) any { return line(f.Alasan) }},
		},
	}
}
