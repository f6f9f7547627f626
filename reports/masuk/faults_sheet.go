package masuk

import (
	"slices"
	"strconv"
	"strings"

	"siip-asn/flow/berkas"
	"siip-asn/flow/spelling"
	"siip-asn/reports/buku"
	"siip-asn/reports/lembar"
	"siip-asn/reports/teks"
)

func (s *mending) table() buku.Table[mendingRow] {
	columns := []buku.Column[mendingRow]{
		{Name: "Kesalahan", Width: 60, Look: buku.Reason, Write: func(r mendingRow) any { return strings.Join(s.reasons[r.n], "\n") }},
		{Name: "Baris", Width: 8, Look: buku.Counter, Write: func(r mendingRow) any { return r.n }},
	}
	own := []string{columns[0].Name, columns[1].Name}
	for i, title := range s.head.Titles {
		if slices.ContainsFunc(own, func(name string) bool { return spelling.Key(name) == spelling.Key(title) }) {
			continue // it has been given back before
		}
		columns = append(columns, s.column(i))
	}
	return buku.Table[mendingRow]{
		Sheet: sheetName(s.head.Sheet.Name), Columns: columns, Rows: s.all(), Freeze: len(own),
		Page: buku.Page{Left: []string{"KESALAHAN PADA BERKAS"}},
	}
}

// column is one of the person's own columns, as wide as the form has it.
func (s *mending) column(i int) buku.Column[mendingRow] {
	c := buku.Column[mendingRow]{Name: s.title(i), Width: widthOf(s.title(i)), Look: buku.Digits}
	if s.wrong[buku.Ref(i+1, s.head.Row)] {
		c.Head = buku.Wrong
	}
	letters := strings.TrimRight(buku.Ref(i+1, 1), "1")
	c.Write = func(r mendingRow) any {
		text := s.shows(lembar.Row{Cells: r.cells}.At(i))
		if len(s.reasons[r.n]) > 0 && s.wrong[letters+strconv.Itoa(r.n)] {
			return buku.Dressed{Look: buku.Wrong, Value: shorten(text, wrongMost)}
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
	}, spelling.Clip(teks.Line(name), 31))
	if name == "" || strings.EqualFold(name, faultSheet) {
		return "Data"
	}
	return name
}

func faultTable(list []berkas.Fault) buku.Table[berkas.Fault] {
	return buku.Table[berkas.Fault]{
		Sheet: faultSheet, Rows: slices.Values(list), Empty: "Tidak ada kesalahan.",
		Title: []string{"DAFTAR KESALAHAN", "Mohon perbaiki setiap sel, lalu kirim kembali. Belum ada yang disimpan."},
		Columns: []buku.Column[berkas.Fault]{
			buku.Nomor[berkas.Fault](),
			{Name: "Lembar", Width: 18, Write: func(f berkas.Fault) any { return teks.Line(f.Sheet) }},
			{Name: "Sel", Width: 9, Look: buku.Centred, Write: func(f berkas.Fault) any { return f.Cell }},
			{Name: "Kesalahan", Width: 92, Look: buku.Reason, Write: func(f berkas.Fault) any { return teks.Line(f.Reason) }},
		},
	}
}
