package form

import (
	"slices"

	"siip-asn/flow/imports"
	"siip-asn/flow/spelling"
	"siip-asn/reports/sheet"
	"siip-asn/reports/workbook"
)

// take takes the next row of the sheet; false: it is enough.
func (rd *Reading[T]) take(row sheet.Row) bool {
	switch {
	case row.N <= rd.head.Last, rd.blank(row), rd.repeats(row):
		return true
	case rd.below(row):
		rd.held = append(rd.held, sheet.Row{N: row.N, Cells: slices.Clone(row.Cells), Hidden: row.Hidden})
		return len(rd.held) < heldMax
	}
	rd.flush()
	if rd.heading(row) {
		rd.between(row.N)
		return true
	}
	rd.row(row)
	return !rd.faults.more && rd.text <= textMax
}

// heldMax is how many rows below a table are looked at.
const heldMax = 500

// below tells what stands below the table and is no row of it: a place and a date, a signature, a sum. It has next to
// nothing in the columns of the form, and room above it.
func (rd *Reading[T]) below(row sheet.Row) bool {
	switch {
	case rd.last == 0:
		return false
	case rd.sum(row):
		return true
	default:
		return rd.sparse(row) && (len(rd.held) > 0 || row.N > rd.last+1)
	}
}

func (rd *Reading[T]) sparse(row sheet.Row) bool {
	used, must := 0, 0
	for i, c := range rd.head.At {
		if rd.form.Columns[c].Must {
			must++
		}
		if row.At(i).Kind == sheet.Empty {
			continue
		}
		if used++; c == 0 {
			return false
		}
	}
	return used <= 2 && used < must-1
}

// repeats tells a header that stands once more, at the top of the next page.
func (rd *Reading[T]) repeats(row sheet.Row) bool {
	same := 0
	for i := range rd.head.At {
		if text := row.At(i).Text; text != "" {
			if text != rd.head.Titles[i] {
				return false
			}
			same++
		}
	}
	return same > 1
}

// row takes one row of the table.
func (rd *Reading[T]) row(at sheet.Row) {
	rd.last = at.N
	rd.Understood.Hidden += one(at.Hidden)
	var row T
	key, before := workbook.Ref(1, at.N), rd.faults.count()
	for i := range at.Cells[:min(len(at.Cells), sheet.ColumnsMax)] {
		if c, ok := rd.head.At[i]; ok && c == 0 {
			key = workbook.Ref(i+1, at.N)
		}
	}
	for _, i := range rd.head.order {
		column := rd.form.Columns[rd.head.At[i]]
		v := at.At(i)
		if other, is := rd.head.other[rd.head.At[i]]; is && column.Vague(v.Text) && at.At(other).Kind != sheet.Empty {
			v = at.At(other)
		}
		if column.Join != nil {
			v = rd.head.joins.join(rd.head.At[i], column.Join, at, v)
		}
		rd.text += len(v.Text)
		if reason := take(column, &row, v); reason != "" {
			rd.faults.add(workbook.Ref(i+1, at.N), "%s", reason)
		}
	}
	if rd.faults.count() == before {
		rd.finish(&row, at.N)
	}
	rd.unique(row, key)
	if rd.faults.count() > before {
		rd.Wrong++
		rd.noteLone(at, span{min(before, len(rd.faults.list)), len(rd.faults.list)})
		return
	}
	rd.form.Place(&row, rd.head.Sheet.Name+"!"+key)
	rd.Rows = append(rd.Rows, row)
}

func (rd *Reading[T]) finish(row *T, n int) {
	if rd.form.Finish == nil {
		return
	}
	for _, is := range rd.form.Finish(row) {
		cell := rd.cellOf(is.Column, n)
		switch {
		case !is.Warn:
			rd.faults.add(cell, "%s", is.Reason)
		case len(rd.warned) == FaultsMax:
			rd.more++
		default:
			rd.warned = append(rd.warned, imports.Fault{Sheet: rd.head.Sheet.Name, Cell: cell, Reason: is.Reason})
		}
	}
}

func (rd *Reading[T]) cellOf(name string, n int) string {
	for i, c := range rd.head.At {
		if rd.form.Columns[c].Name == name {
			return workbook.Ref(i+1, n)
		}
	}
	return workbook.Ref(1, n)
}

func (rd *Reading[T]) blank(row sheet.Row) bool {
	for i := range rd.head.At {
		if c := row.At(i); c.Kind != sheet.Empty && (c.Kind != sheet.Formula || c.Text != "") { // a formula filled down too far
			return false
		}
	}
	return true
}

func (rd *Reading[T]) unique(row T, cell string) {
	key := rd.form.Key(row)
	if key == "" {
		return
	}
	name := rd.form.KeyName
	if name == "" {
		name = rd.form.Columns[0].Name
	}
	if first, twice := rd.seen[key]; twice {
		rd.faults.add(cell, "%s ini sudah ada di sel %s; hapus salah satu barisnya.", name, first)
		return
	}
	rd.seen[key] = cell
}

// take reads a cell into the row and says what is wrong with it, or nothing. A formula is refused: what it shows may be
// old, or nothing at all where another program wrote the file.
func take[T any](c Column[T], row *T, v sheet.Cell) string {
	if reason := refused(c.Name, c.Dates, v); reason != "" {
		return reason
	}
	most := c.Most
	if most == 0 {
		most = 200
	}
	switch {
	case v.Kind == sheet.Empty && c.Must && !c.May:
		return c.Name + " wajib diisi."
	case v.Kind == sheet.Empty:
		return ""
	case v.Long || len(v.Text) > 4*max(most, 1000):
		return c.Name + " terlalu panjang; isinya melebihi yang dapat dibaca."
	}
	return c.Read(row, v)
}

// refused says why a cell cannot be taken as it is seen.
func refused(name string, dates bool, v sheet.Cell) string {
	switch {
	case v.Kind == sheet.Formula:
		return name + " berisi rumus; salin sel itu lalu tempel sebagai nilai (Tempel Spesial > Nilai)."
	case v.Kind == sheet.Mistake:
		return name + " berisi galat Excel " + spelling.Clip(v.Text, 20) + "; ketik isinya."
	case v.Kind == sheet.Date && !dates:
		return name + " berisi tanggal atau jam, bukan teks; ubah format sel itu menjadi Teks lalu ketik ulang isinya."
	case v.Kind == sheet.Truth:
		return name + " berisi nilai BENAR/SALAH; ketik isinya sebagai teks."
	case v.Kind == sheet.Odd && v.Raw == "":
		return name + " berisi angka atau tanggal yang tidak dapat dibaca; ubah format sel itu menjadi Teks lalu ketik ulang isinya."
	}
	return ""
}

// shown says of a number in a format that is not known that it must be typed.
func shown(name string, v sheet.Cell) string {
	if v.Kind == sheet.Odd {
		return name + " tampil dalam format angka yang tidak dikenal; ubah format sel itu menjadi Teks lalu ketik isinya seperti yang tampak."
	}
	return ""
}
