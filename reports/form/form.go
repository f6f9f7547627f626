package form

import (
	"context"
	"slices"
	"strings"

	"siip-asn/flow/imports"
	"siip-asn/flow/judul"
	"siip-asn/reports/sheet"
	"siip-asn/reports/workbook"
)

// Form is a table that people send or fill in. It serves the template, the import and the workbook with the faults.
type Form[T any] struct {
	Kind     imports.Kind
	Origin   string // whose export it is, "" of our own form
	Sheet    string
	Numbered bool             // the first column holds numbers, so that words there are the title of a group
	Columns  []Column[T]      // the first one holds what tells rows from one another
	Key      func(T) string   // what no two rows may share, in the form in which it is compared; "" is not compared
	KeyName  string           // what that is called; "": the name of the first column
	Place    func(*T, string) // notes in the row where it stands
	Finish   func(*T) []Issue // looks at a row as a whole; nil: there is nothing more to see
	Examples []T

	titles map[string]title // every name of a column, as it is compared: made by known
}

// title is the column that a title names, and how sure that is: 0 by its own name.
type title struct{ column, sure int }

// Known is the form with the names of its columns as they are compared.
func (f Form[T]) Known() Form[T] {
	f.titles = map[string]title{}
	for i, c := range f.Columns {
		for n, name := range append([]string{c.Name}, c.Alias...) {
			key := judul.Key(name)
			if before, taken := f.titles[key]; !taken || before.sure > 0 && n == 0 {
				f.titles[key] = title{i, n}
			}
		}
	}
	return f
}

// Issue is something about a row that shows only when several of its cells are known.
type Issue struct {
	Column string // whose cell is named
	Reason string
	Warn   bool // it is said, and the row is taken
}

// Reading is a form while it is read.
type Reading[T any] struct {
	form       Form[T]
	head       Head
	Rows       []T // those without a fault
	Wrong      int // those with one
	misled     bool
	seen       map[string]string // key → the cell in which it stands
	faults     faults
	warned     []imports.Fault
	more       int          // warnings that are not kept
	held       []sheet.Row  // what may be below the table, until that is known
	last       int          // the last row of the table
	text       int          // characters of all rows
	titles     map[int]bool // rows that were passed over in the middle
	lone       map[int]span // rows with faults that have only one cell: which faults
	Understood imports.Understood
}

// textMax is how much text the rows of a table may hold, in bytes.
const textMax = 64 << 20

// Read reads a table whose header has been found.
func (f Form[T]) Read(ctx context.Context, file *sheet.File, h Head) (*Reading[T], error) {
	rd := &Reading[T]{form: f, head: h, seen: map[string]string{}, titles: map[int]bool{}, lone: map[int]span{}}
	rd.faults.sheet = h.Sheet.Name
	rd.faults.list = h.faults
	rd.misled = len(h.faults) > 0
	if len(h.At) == 0 {
		return rd, nil
	}
	err := file.Rows(ctx, h.Sheet, h.wants, rd.take)
	if err == nil && rd.text > textMax {
		err = sheet.Refuse(nil, sheet.TooBig)
	}
	if err != nil {
		return nil, err
	}
	rd.merged(file.Merged())
	if len(rd.Rows) == 0 && len(rd.faults.list) == 0 {
		return nil, sheet.Refuse(nil, noRows, h.Sheet.Name, h.Last+1)
	}
	rd.understood()
	return rd, nil
}

// merged refuses merged cells among the rows of the form: only the first of them holds a value.
func (rd *Reading[T]) merged(areas []string) {
	var list []imports.Fault
	rd.mergedTitles(areas)
	for _, area := range areas {
		from, to, _ := strings.Cut(area, ":")
		left, top, ok := Position(from)
		right, bottom, ok2 := Position(to)
		if !ok || !ok2 || bottom <= rd.head.Last || top > rd.last || !rd.touches(left-1, right-1) || len(list) == FaultsMax || top == bottom && rd.titles[top] {
			continue
		}
		list = append(list, imports.Fault{Sheet: rd.head.Sheet.Name, Cell: from, Reason: "Sel " + area + " digabung; pisahkan (Unmerge Cells), lalu isi setiap selnya."})
	}
	rd.misled = rd.misled || len(list) > 0
	rd.faults.list = slices.Concat(rd.head.faults, list, rd.faults.list[len(rd.head.faults):])
	if len(rd.faults.list) > FaultsMax {
		rd.faults.list, rd.faults.more = rd.faults.list[:FaultsMax], true
	}
}

func (rd *Reading[T]) touches(left, right int) bool {
	for i := range rd.head.At {
		if left <= i && i <= right {
			return true
		}
	}
	return false
}

// Faults are the faults of the file, up to faultsMax; where there are more, the last one says so.
func (rd *Reading[T]) Faults() []imports.Fault { return rd.faults.all() }

// Right are the rows without a fault, as far as they can be trusted: where the header is wrong or cells are merged, none.
func (rd *Reading[T]) Right() []T {
	if rd.misled {
		return nil
	}
	return rd.Rows
}

// understood says what the file was taken for.
func (rd *Reading[T]) understood() {
	b := &rd.Understood
	b.Kind, b.Origin, b.Sheet, b.OtherSheets = rd.form.Kind, rd.form.Origin, rd.head.Sheet.Name, rd.head.others
	b.HeaderRow, b.Rows, b.Near, b.Unread = rd.head.Row, len(rd.Rows)+rd.Wrong, rd.head.near, rd.head.unread
	b.Warnings, b.MoreWarnings = rd.warned, rd.more
	for _, i := range rd.head.order {
		b.Columns = append(b.Columns, imports.Column{Name: rd.form.Columns[rd.head.At[i]].Name, Heading: rd.head.Titles[i], Cell: workbook.Ref(i+1, rd.head.Row)})
	}
	for c, i := range rd.head.other {
		b.Columns = append(b.Columns, imports.Column{Name: rd.form.Columns[c].Name, Heading: rd.head.Titles[i], Cell: workbook.Ref(i+1, rd.head.Row)})
	}
	for _, i := range rd.head.joins.all {
		b.Columns = append(b.Columns, imports.Column{Name: rd.head.Titles[i], Heading: rd.head.Titles[i], Cell: workbook.Ref(i+1, rd.head.Row)})
	}
	if len(rd.held) > 0 {
		b.Below, b.BelowFrom = len(rd.held), rd.held[0].N
	}
}

// Has tells which columns of the form are there.
func (rd *Reading[T]) Has(name string) bool {
	for _, c := range rd.head.At {
		if rd.form.Columns[c].Name == name {
			return true
		}
	}
	return false
}
