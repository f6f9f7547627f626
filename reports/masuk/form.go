package masuk

import (
	"context"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/berkas"
	"siip-asn/reports/buku"
	"siip-asn/reports/lembar"
)

// form is a table that people send or fill in. It serves the template, the import and the workbook with the faults.
type form[T any] struct {
	Jenis    berkas.JenisBerkas
	Asal     string // whose export it is, "" of our own form
	Sheet    string
	Columns  []column[T]      // the first one holds what tells rows from one another
	Key      func(T) string   // what no two rows may share, in the form in which it is compared; "" is not compared
	KeyName  string           // what that is called; "": the name of the first column
	Place    func(*T, string) // notes in the row where it stands
	Finish   func(*T) []issue // looks at a row as a whole; nil: there is nothing more to see
	Examples []T

	titles map[string]title // every name of a column, as it is compared: made by known
}

// title is the column that a title names, and how sure that is: 0 by its own name.
type title struct{ column, sure int }

// known is the form with the names of its columns as they are compared.
func (f form[T]) known() form[T] {
	f.titles = map[string]title{}
	for i, c := range f.Columns {
		for n, name := range append([]string{c.Name}, c.Alias...) {
			key := flow.JudulKey(name)
			if before, taken := f.titles[key]; !taken || before.sure > 0 && n == 0 {
				f.titles[key] = title{i, n}
			}
		}
	}
	return f
}

// issue is something about a row that shows only when several of its cells are known.
type issue struct {
	Column string // whose cell is named
	Reason string
	Warn   bool // it is said, and the row is taken
}

// reading is a form while it is read.
type reading[T any] struct {
	form   form[T]
	head   head
	rows   []T // those without a fault
	wrong  int // those with one
	misled bool
	seen   map[string]string // key → the cell in which it stands
	faults faults
	warned []berkas.Fault
	more   int          // warnings that are not kept
	held   []lembar.Row // what may be below the table, until that is known
	last   int          // the last row of the table
	text   int          // characters of all rows
	bacaan berkas.Bacaan
}

// textMax is how much text the rows of a table may hold, in bytes.
const textMax = 64 << 20

// read reads a table whose header has been found.
func (f form[T]) read(ctx context.Context, file *lembar.File, h head) (*reading[T], error) {
	rd := &reading[T]{form: f, head: h, seen: map[string]string{}}
	rd.faults.sheet = h.sheet.Name
	rd.faults.list = h.faults
	rd.misled = len(h.faults) > 0
	if len(h.at) == 0 {
		return rd, nil
	}
	err := file.Rows(ctx, h.sheet, h.wants, rd.take)
	if err == nil && rd.text > textMax {
		err = lembar.Refuse(nil, lembar.TooBig)
	}
	if err != nil {
		return nil, err
	}
	rd.merged(file.Merged())
	if len(rd.rows) == 0 && len(rd.faults.list) == 0 {
		return nil, lembar.Refuse(nil, noRows, h.sheet.Name, h.last+1)
	}
	rd.understood()
	return rd, nil
}

// merged refuses merged cells among the rows of the form: only the first of them holds a value.
func (rd *reading[T]) merged(areas []string) {
	var list []berkas.Fault
	for _, area := range areas {
		from, to, _ := strings.Cut(area, ":")
		left, top, ok := position(from)
		right, bottom, ok2 := position(to)
		if !ok || !ok2 || bottom <= rd.head.last || top > rd.last || !rd.touches(left-1, right-1) || len(list) == faultsMax {
			continue
		}
		list = append(list, berkas.Fault{Sheet: rd.head.sheet.Name, Cell: from, Alasan: "Sel " + area + " digabung; pisahkan (Unmerge Cells), lalu isi setiap selnya."})
	}
	rd.misled = rd.misled || len(list) > 0
	rd.faults.list = slices.Concat(rd.head.faults, list, rd.faults.list[len(rd.head.faults):])
	if len(rd.faults.list) > faultsMax {
		rd.faults.list, rd.faults.more = rd.faults.list[:faultsMax], true
	}
}

func (rd *reading[T]) touches(left, right int) bool {
	for i := range rd.head.at {
		if left <= i && i <= right {
			return true
		}
	}
	return false
}

// right are the rows without a fault, as far as they can be trusted: where the header is wrong or cells are merged, none.
func (rd *reading[T]) right() []T {
	if rd.misled {
		return nil
	}
	return rd.rows
}

// understood says what the file was taken for.
func (rd *reading[T]) understood() {
	b := &rd.bacaan
	b.Jenis, b.Asal, b.Lembar, b.LembarLain = rd.form.Jenis, rd.form.Asal, rd.head.sheet.Name, rd.head.others
	b.Judul, b.Baris, b.Mirip, b.TakDibaca = rd.head.row, len(rd.rows)+rd.wrong, rd.head.near, rd.head.unread
	b.Peringatan, b.PeringatanLain = rd.warned, rd.more
	for _, i := range rd.head.order {
		b.Kolom = append(b.Kolom, berkas.KolomBaca{Nama: rd.form.Columns[rd.head.at[i]].Name, Judul: rd.head.titles[i], Sel: buku.Ref(i+1, rd.head.row)})
	}
	for c, i := range rd.head.other {
		b.Kolom = append(b.Kolom, berkas.KolomBaca{Nama: rd.form.Columns[c].Name, Judul: rd.head.titles[i], Sel: buku.Ref(i+1, rd.head.row)})
	}
	if len(rd.held) > 0 {
		b.Bawah, b.BawahMulai = len(rd.held), rd.held[0].N
	}
}

// has tells which columns of the form are there.
func (rd *reading[T]) has(name string) bool {
	for _, c := range rd.head.at {
		if rd.form.Columns[c].Name == name {
			return true
		}
	}
	return false
}
