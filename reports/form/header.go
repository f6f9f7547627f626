package form

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"siip-asn/flow/imports"
	"siip-asn/flow/judul"
	"siip-asn/flow/spelling"
	"siip-asn/reports/sheet"
	"siip-asn/reports/workbook"
)

// Head is where the header of a form stands, and which column of the sheet is which.
type Head struct {
	Sheet  sheet.Sheet
	others []string // sheets that hold such a table too, and are not read
	Row    int      // of the header
	Last   int      // row of the header, or of what belongs to it below
	Titles []string // of the columns of the sheet
	At     map[int]int
	order  []int // columns of the sheet that are read, from the left
	joins  joins
	other  map[int]int // by the column of the form: the one of the sheet that says more (column.Else)
	near   []imports.Column
	unread int // columns with a title that are neither read nor near
	faults []imports.Fault

	musts, all int  // columns of the form that are there
	Complete   bool // with all that must be
	Share      float64
	Data       bool // something stands below it
	pair       bool // it is two rows
	named      bool // the sheet is called as the form's
}

// The header is looked for in the first rows in which something stands.
const (
	headRows = 10
	peekRows = headRows + 6
)

// Find looks for the header of the form in every sheet that people see. The best one is that with the most columns that must
// be there; among equals one with rows below it, then one that is called as the form's.
func (f Form[T]) Find(ctx context.Context, file *sheet.File) (Head, error) {
	var whole []Head
	best := Head{Sheet: file.Sheets[0]}
	for _, s := range file.Sheets {
		if key := sheetKey(s.Name); key == sheetKey(exampleSheet) || key == sheetKey(guideSheet) {
			continue
		}
		rows, err := file.Peek(ctx, s, peekRows)
		if err != nil {
			return Head{}, err
		}
		h := f.inSheet(s, rows)
		if h.better(best) {
			best = h
		}
		if h.Data && h.musts == f.musts() {
			whole = append(whole, h)
		}
	}
	for _, h := range whole {
		if h.Sheet != best.Sheet {
			best.others = append(best.others, h.Sheet.Name)
		}
	}
	best.Complete, best.Share = best.musts == f.musts(), float64(best.musts)/float64(f.musts())
	f.judge(&best)
	if !best.Complete {
		return best, f.lookBehind(ctx, file, &best)
	}
	return best, nil
}

func (f Form[T]) musts() (n int) {
	for _, c := range f.Columns {
		if c.Must {
			n++
		}
	}
	return n
}

// inSheet finds the best header among the first rows of a sheet: one row, or two that belong together.
func (f Form[T]) inSheet(in sheet.Sheet, rows []sheet.Row) (best Head) {
	best.Sheet = in
	for i, row := range rows[:min(len(rows), headRows)] {
		for _, h := range []Head{f.match(single(row)), f.match(double(row, following(rows, i)))} {
			h.Sheet, h.named = in, sheetKey(in.Name) == sheetKey(f.Sheet)
			h.pair = h.Last > h.Row
			h.beneath(rows)
			if h.musts > 0 && h.better(best) {
				best = h
			}
		}
	}
	return best
}

func following(rows []sheet.Row, i int) sheet.Row {
	if i+1 < len(rows) && rows[i+1].N == rows[i].N+1 {
		return rows[i+1]
	}
	return sheet.Row{}
}

func (h Head) better(than Head) bool {
	for _, by := range [][2]int{
		{h.musts, than.musts}, {one(h.Data), one(than.Data)}, {h.all, than.all}, {one(!h.pair), one(!than.pair)}, {one(h.named), one(than.named)},
	} {
		if by[0] != by[1] {
			return by[0] > by[1]
		}
	}
	return false
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// beneath looks below the header: a row that only numbers the columns belongs to it.
func (h *Head) beneath(rows []sheet.Row) {
	for _, row := range rows {
		switch {
		case row.N <= h.Last:
		case row.N == h.Last+1 && numbers(row):
			h.Last = row.N
		default:
			for i := range h.At {
				h.Data = h.Data || row.At(i).Kind != sheet.Empty
			}
		}
	}
}

// numbers tells a row that counts the columns: 1 2 3, (1) (2) (3).
func numbers(row sheet.Row) bool {
	n := 0
	for _, c := range row.Cells {
		if c.Kind == sheet.Empty {
			continue
		}
		n++
		if text := strings.Trim(c.Text, "()[]. "); text != strconv.Itoa(n) {
			return false
		}
	}
	return n >= 3
}

// titles are what a column of the sheet may be called; the first that is known counts.
type titles struct {
	row, last int
	names     [][]string
}

func single(row sheet.Row) titles {
	t := titles{row: row.N, last: row.N}
	for _, c := range row.Cells {
		t.names = append(t.names, []string{c.Text})
	}
	return t
}

// double reads two rows as one header: "Jabatan" over "Nama" and "Jenjang". What stands above goes on to the right over
// what stands below.
func double(above, below sheet.Row) titles {
	t := titles{row: above.N, last: below.N}
	carried := ""
	for i := range max(len(above.Cells), len(below.Cells)) {
		up, down := above.At(i).Text, below.At(i).Text
		if up != "" {
			carried = up
		} else if down != "" {
			up = carried
		}
		switch {
		case down == "":
			t.names = append(t.names, []string{up})
		case up == "":
			t.names = append(t.names, []string{down})
		default:
			t.names = append(t.names, []string{up + " " + down, down})
		}
	}
	if below.N == 0 {
		t.last = above.N
	}
	return t
}

// match finds the columns of the form among the titles: by its own name first, else by the names that offices use.
func (f Form[T]) match(t titles) Head {
	h := Head{Row: t.row, Last: t.last, At: map[int]int{}}
	rank := map[int]int{} // of the column of the form: how sure the title was by which it was found
	for i, names := range t.names {
		h.Titles = append(h.Titles, names[0])
		c, sure := f.named(names)
		if c < 0 {
			continue
		}
		if first, taken := rankOf(h.At, c); taken {
			if rank[c] <= sure {
				h.twice(f, c, i, first, rank[c] == sure)
				continue
			}
			delete(h.At, first)
			h.near = append(h.near, imports.Column{Name: f.Columns[c].Name, Heading: h.Titles[first], Cell: workbook.Ref(first+1, t.row)})
		}
		h.At[i], rank[c] = c, sure
	}
	for _, c := range h.At {
		h.all++
		h.musts += one(f.Columns[c].Must)
	}
	h.order = slices.Sorted(maps.Keys(h.At))
	f.others(&h, t)
	f.joinedTo(&h, t)
	return h
}

// others finds the columns that say more where one that is read says too little.
func (f Form[T]) others(h *Head, t titles) {
	h.other = map[int]int{}
	for i, names := range t.names {
		if _, read := h.At[i]; read {
			continue
		}
		for _, c := range h.At {
			if slices.ContainsFunc(f.Columns[c].Else, func(e string) bool { return slices.Contains(headKeys(names[len(names)-1]), judul.Key(e)) }) {
				h.other[c] = i
				cell := workbook.Ref(i+1, t.row)
				h.near = slices.DeleteFunc(h.near, func(k imports.Column) bool { return k.Cell == cell })
			}
		}
	}
}

// wants tells whether a column of the sheet is read.
func (h Head) wants(i int) bool {
	if _, is := h.At[i]; is {
		return true
	}
	for _, other := range h.other {
		if other == i {
			return true
		}
	}
	return slices.Contains(h.joins.all, i)
}

func rankOf(at map[int]int, column int) (int, bool) {
	for i, c := range at {
		if c == column {
			return i, true
		}
	}
	return 0, false
}

// twice notes a column that is there a second time: under the very same name nobody can tell which one is meant.
func (h *Head) twice(f interface{ columnName(int) string }, c, i, first int, same bool) {
	if same && judul.Key(h.Titles[i]) == judul.Key(h.Titles[first]) {
		h.faults = append(h.faults, imports.Fault{Cell: workbook.Ref(i+1, h.Row),
			Reason: "Judul kolom " + f.columnName(c) + " sudah ada di sel " + workbook.Ref(first+1, h.Row) + "; hapus salah satu kolomnya."})
		return
	}
	h.near = append(h.near, imports.Column{Name: f.columnName(c), Heading: h.Titles[i], Cell: workbook.Ref(i+1, h.Row)})
}

func (f Form[T]) columnName(c int) string { return f.Columns[c].Name }

// named finds the column of the form that one of the titles names, and how sure that is: 0 by its own name.
func (f Form[T]) named(titles []string) (column, sure int) {
	for _, text := range titles {
		for _, key := range headKeys(text) {
			if known, is := f.titles[key]; is {
				return known.column, known.sure
			}
		}
	}
	return -1, 0
}

// titleMax is how long a title may be, in bytes.
const titleMax = 200

// headKeys are the forms in which a title is compared: all of it, and without what stands in brackets.
func headKeys(title string) []string {
	if len(title) > titleMax {
		return nil
	}
	whole := judul.Key(title)
	if whole == "" {
		return nil
	}
	bare, _, _ := strings.Cut(title, "(")
	if key := judul.Key(bare); key != "" && key != whole {
		return []string{whole, key}
	}
	return []string{whole}
}

// headerWords names the columns that a table must have, then those that it may have.
func (f Form[T]) headerWords() string {
	var must, may []string
	for _, c := range f.Columns {
		if c.Must {
			must = append(must, c.Name)
		} else {
			may = append(may, c.Name)
		}
	}
	if len(may) == 0 {
		return strings.Join(must, ", ")
	}
	return strings.Join(must, ", ") + "; bila ada juga: " + strings.Join(may, ", ")
}

// judge says what is wrong with the header, and which titles are near a column of ours and were not taken.
func (f Form[T]) judge(h *Head) {
	for i, title := range h.Titles {
		if h.wants(i) || title == "" {
			continue
		}
		cell := workbook.Ref(i+1, h.Row)
		if slices.ContainsFunc(h.near, func(k imports.Column) bool { return k.Cell == cell }) {
			continue
		}
		if c := f.resembles(title, h); c >= 0 && f.Origin == "" {
			h.near = append(h.near, imports.Column{Name: f.Columns[c].Name, Heading: title, Cell: cell})
			continue
		}
		h.unread++
	}
	if len(h.At) == 0 {
		h.faults = append(h.faults, imports.Fault{Cell: "A1", Reason: "Judul kolom tidak ditemukan dalam sepuluh baris pertama; tulis satu baris berisi judul: " + f.headerWords() + "."})
	}
	for _, c := range f.Columns {
		if _, there := rankOf(h.At, slices.IndexFunc(f.Columns, func(o Column[T]) bool { return o.Name == c.Name })); c.Must && len(h.At) > 0 && !there {
			h.faults = append(h.faults, imports.Fault{Reason: "Kolom " + c.Name + " tidak ada; tambahkan judul " + c.Name + " pada baris " + strconv.Itoa(h.Row) + " dan isi kolomnya." + h.maybe(c.Name)})
		}
	}
	for i := range h.faults {
		h.faults[i].Sheet = h.Sheet.Name
	}
}

// maybe names a column that may be the missing one.
func (h Head) maybe(name string) string {
	for _, k := range h.near {
		if k.Name == name {
			return " Apakah yang dimaksud kolom " + `"` + spelling.Clip(k.Heading, 40) + `"` + " (sel " + k.Cell + ")? Jika ya, ganti judulnya."
		}
	}
	return ""
}

// resembles finds the column of ours that a title is near to: by a slip, or, where ours is missing, by having its words.
func (f Form[T]) resembles(title string, h *Head) int {
	if n := len(judul.Key(title)); n < 3 || n > 60 || slices.Contains(countsRows, judul.Key(title)) {
		return -1
	}
	for i, c := range f.Columns {
		_, there := rankOf(h.At, i)
		if slices.Contains(c.Beside, judul.Key(title)) {
			return i
		}
		for _, name := range append([]string{c.Name}, c.Alias...) {
			if judul.Near(title, name) || !there && hasWords(title, name) {
				return i
			}
		}
	}
	return -1
}

// countsRows are the titles of a column that only numbers the rows.
var countsRows = []string{"nomor", "nourut", "nomorurut", "urut"}

// hasWords tells whether all words of the one stand in the other.
func hasWords(title, name string) bool {
	words := strings.Fields(spelling.Fold(title))
	for w := range strings.FieldsSeq(spelling.Fold(name)) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}
