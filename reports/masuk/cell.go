package masuk

import (
	"strconv"
	"strings"

	"siip-asn/reports/teks"
)

// cell is what stands in one cell of an upload.
type cell struct {
	Text string // on one line; a number as people see it
	Kind kind
}

// kind says how a cell holds what it shows.
type kind uint8

const (
	empty kind = iota
	typed
	numeric
	dated // a number that is shown as a date or a time
	truth
	mistake // #N/A and its like
	computed
)

// rows reads the values of the rows that hold something, until more says that it is enough.
func (u *upload) rows(sheet string, s *shape, more func(n int, cells []cell) bool) error {
	rs, err := u.f.Rows(sheet)
	if err != nil {
		return refuse(err, noSheet)
	}
	defer rs.Close()
	for n := 1; rs.Next(); n++ {
		kinds := s.kinds[n]
		if kinds == nil {
			continue
		}
		texts, err := rs.Columns()
		if err != nil || len(texts) > maxColumns || s.strings > len(u.f.SharedStrings.SI) {
			return refuse(err, damaged)
		}
		if !more(n, cellsOf(texts, kinds)) {
			return nil
		}
	}
	if err := rs.Error(); err != nil {
		return refuse(err, damaged)
	}
	return nil
}

func cellsOf(texts []string, kinds *[maxColumns]kind) []cell {
	cells := make([]cell, len(texts))
	for i, text := range texts {
		cells[i] = cell{Text: teks.Line(text), Kind: kinds[i]}
		switch {
		case kinds[i] == numeric:
			cells[i].Text = asSeen(cells[i].Text)
		case kinds[i] == typed && strings.Trim(cells[i].Text, "-–—") == "":
			cells[i] = cell{} // a dash is how people write that there is nothing
		}
	}
	return cells
}

// asSeen writes a number as people see it: 78.5 is "78,5", and a long one is not written with an exponent.
func asSeen(raw string) string {
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw
	}
	if n, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64); err == nil {
		v = n // what Excel shows of 0.1+0.2
	}
	return strings.ReplaceAll(strconv.FormatFloat(v, 'f', -1, 64), ".", ",")
}

func nth(cells []cell, i int) cell {
	if i < len(cells) {
		return cells[i]
	}
	return cell{}
}
