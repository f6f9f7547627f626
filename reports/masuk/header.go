package masuk

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/reports/buku"
)

// header finds the columns of the form in row 1, in any order and case.
func (rd *reading[T]) header(cells []cell) {
	rd.faults.list = nil
	where := map[string]string{}
	for i, v := range cells {
		c := rd.named(v.Text)
		if c < 0 {
			continue
		}
		name, cell := rd.form.Columns[c].Name, buku.Ref(i+1, 1)
		if first, twice := where[name]; twice {
			rd.faults.add(cell, "Judul kolom %s sudah ada di sel %s; hapus salah satu kolomnya.", name, first)
			continue
		}
		where[name], rd.has[name], rd.at[i] = cell, true, c
	}
	rd.missing()
}

func (rd *reading[T]) named(text string) int {
	for i, c := range rd.form.Columns {
		if flow.Key(c.Name) == flow.Key(text) {
			return i
		}
	}
	return -1
}

func (rd *reading[T]) missing() {
	if len(rd.has) == 0 {
		rd.faults.add("A1", "Baris 1 harus berisi judul kolom: %s.", strings.Join(names(rd.form.Columns), ", "))
		return
	}
	for _, c := range rd.form.Columns {
		if c.Must && !rd.has[c.Name] {
			rd.faults.add("", "Kolom %s tidak ada; tambahkan judul %s pada baris 1 dan isi kolomnya.", c.Name, c.Name)
		}
	}
}

// merged refuses merged cells in the columns of the form: only the first of them holds a value.
func (rd *reading[T]) merged(ranges []string) {
	for _, area := range ranges {
		from, to, _ := strings.Cut(area, ":")
		left, _, err := excelize.CellNameToCoordinates(from)
		right, _, err2 := excelize.CellNameToCoordinates(to)
		if err != nil || err2 != nil || !rd.touches(left-1, right-1) {
			continue
		}
		rd.faults.add(from, "Sel %s digabung; pisahkan (Unmerge Cells), lalu isi setiap selnya.", area)
	}
}

func (rd *reading[T]) touches(left, right int) bool {
	for i := range rd.at {
		if left <= i && i <= right {
			return true
		}
	}
	return false
}
