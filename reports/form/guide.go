package form

import (
	"fmt"
	"iter"
	"slices"

	"siip-asn/reports/workbook"
)

// guideRow is a line of the explanations: one column of the form, and at the right the choices, one below the other.
type guideRow struct {
	Column, Must, About string
	Choices             []string
}

var guideLines = []string{
	"CARA MENGISI",
	"1. Isi lembar %q mulai baris 2. Jangan ubah judul kolom pada baris 1.",
	"2. Urutan kolom bebas, dan kolom lain boleh ditambahkan; kolom itu diabaikan.",
	"3. Lembar Contoh dan Petunjuk tidak dibaca.",
	"4. Jangan gabungkan sel dan jangan gunakan rumus.",
	"5. Jika ada satu sel yang salah, tidak ada yang disimpan; setiap kesalahan disebutkan beserta selnya.",
}

func (f Form[T]) guideTable() workbook.Table[guideRow] {
	lines := slices.Clone(guideLines)
	lines[1] = fmt.Sprintf(lines[1], f.Sheet)
	columns := []workbook.Column[guideRow]{
		{Name: "Kolom", Width: 20, Write: func(r guideRow) any { return r.Column }},
		{Name: "Wajib", Width: 9, Look: workbook.Centred, Write: func(r guideRow) any { return r.Must }},
		{Name: "Cara mengisi", Width: 62, Write: func(r guideRow) any { return r.About }},
	}
	for i, c := range f.choosing() {
		columns = append(columns, workbook.Column[guideRow]{
			Name: "Pilihan " + c.Name, Width: 27, Write: func(r guideRow) any { return r.Choices[i] },
		})
	}
	return workbook.Table[guideRow]{
		Sheet: guideSheet, Title: lines, Columns: columns, Rows: f.guideRows(),
		Page: workbook.Page{Foot: "Templat " + f.Sheet + " SIIP-ASN"},
	}
}

func (f Form[T]) guideRows() iter.Seq[guideRow] {
	return func(yield func(guideRow) bool) {
		for i := range max(len(f.Columns), f.mostChoices()) {
			var row guideRow
			if i < len(f.Columns) {
				c := f.Columns[i]
				row = guideRow{Column: c.Name, Must: yesNo(c.Must), About: c.About}
			}
			for _, c := range f.choosing() {
				row.Choices = append(row.Choices, choice(c.Choices, i))
			}
			if !yield(row) {
				return
			}
		}
	}
}

func choice(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

func yesNo(must bool) string {
	if must {
		return "Wajib"
	}
	return "–"
}

// choosing lists the columns that have choices.
func (f Form[T]) choosing() []Column[T] {
	return slices.DeleteFunc(slices.Clone(f.Columns), func(c Column[T]) bool { return len(c.Choices) == 0 })
}

func (f Form[T]) mostChoices() int {
	most := 0
	for _, c := range f.Columns {
		most = max(most, len(c.Choices))
	}
	return most
}

// choicesAt is where the choices of a column stand in the sheet of explanations. A range works in every language of
// Excel; a list written out would be cut at the semicolon in some.
func (f Form[T]) choicesAt(i int) string {
	nth := 4
	for _, c := range f.Columns[:i] {
		if len(c.Choices) > 0 {
			nth++
		}
	}
	first := len(guideLines) + 3
	return workbook.Absolute(guideSheet, nth, first, first+len(f.Columns[i].Choices)-1)
}
