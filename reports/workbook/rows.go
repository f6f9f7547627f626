package workbook

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"siip-asn/reports/typeset"
)

// rows writes the rows one by one; they are never all in memory.
func (s *sheet[T]) rows() error {
	for row := range s.Rows {
		if err := s.row(row); err != nil {
			return err
		}
	}
	if s.n > 0 || s.Empty == "" {
		return nil
	}
	s.last++
	return s.put([]any{s.cell(Plain, nil), s.cell(Plain, s.Empty)}, 1, false)
}

func (s *sheet[T]) row(row T) error {
	s.n++
	if s.last++; s.last > excelize.TotalRows {
		return fmt.Errorf("more than %d rows", excelize.TotalRows)
	}
	high := 1
	for i, c := range s.Columns {
		if c.Write == nil {
			s.line[i] = s.cell(c.Look, s.n)
			continue
		}
		cell := s.cell(c.Look, c.Write(row))
		high = max(high, c.lines(cell.Value))
		s.line[i] = cell
		if err := s.link(c, row, Ref(i+1, s.last)); err != nil {
			return err
		}
	}
	return s.put(s.line, high, s.leafs(row))
}

// rowPoints is the height of a row of one line.
const rowPoints = 13.5

// put writes the next row, so many lines high, on a page of its own where there is no room left or a new leaf begins. Where
// nothing is said of the height, spreadsheet programs do not agree on whether a row grows with its text; so it is said.
func (s *sheet[T]) put(cells []any, n int, leaf bool) error {
	if leaf || s.pages.full(lines(n)) {
		if err := s.turn(); err != nil {
			return err
		}
	}
	s.pages.used += lines(n)
	return s.sw.SetRow(Ref(1, s.last), cells, excelize.RowOpts{Height: lines(n)})
}

// leavesMax is how many page breaks of its own Excel allows to a sheet.
const leavesMax = 1026

// turn begins a new page. Beyond leavesMax every program breaks as it likes, and nobody knows how many pages there are.
func (s *sheet[T]) turn() error {
	if s.leaves == leavesMax {
		s.pages = pageBreaks{}
		return nil
	}
	s.leaves++
	s.pages.turn()
	return s.sw.InsertPageBreak(Ref(1, s.last))
}

// leafs tells whether a row begins a new leaf.
func (s *sheet[T]) leafs(row T) bool {
	if s.Leaf == nil {
		return false
	}
	before := s.leaf
	s.leaf = s.Leaf(row)
	return s.n > 1 && s.leaf != before
}

// linksMax is how many links a sheet gets: excelize compares each with all before it. It is twice the pegawai of the
// city, and behind it the address can still be read.
const linksMax = 10_000

// link makes the cell lead somewhere.
func (s *sheet[T]) link(c Column[T], row T, at string) error {
	if c.Link == nil || c.Link(row) == "" || s.n > linksMax {
		return nil
	}
	return s.b.f.SetCellHyperLink(s.Sheet, at, c.Link(row), "External")
}

// total fills the first column that says something, and those that count.
func (s *sheet[T]) total() error {
	if s.Total == nil {
		return nil
	}
	s.last++
	named := false
	for i, c := range s.Columns {
		s.line[i] = s.cell(TotalText, nil)
		if c.Write != nil && (!named || c.Look == Count || c.Look == Share) {
			s.line[i], named = s.cell(c.Look.total(), c.Write(*s.Total)), true
		}
	}
	return s.put(s.line, 1, false)
}

// cell is a value in a look. A text is cleaned; what is empty stays an empty cell.
func (s *sheet[T]) cell(as Look, value any) excelize.Cell {
	if d, ok := value.(Dressed); ok {
		as, value = d.Look, d.Value
	}
	switch v := value.(type) {
	case string:
		if value = typeset.Block(v); value == "" {
			value = nil
		}
	case time.Time:
		if v.IsZero() {
			value = nil
		}
	}
	return excelize.Cell{StyleID: s.b.styles[as], Value: value}
}

// Ref is the name of a cell, "B5" for 2, 5.
func Ref(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "" // outside of a sheet: excelize refuses it with its own words
	}
	return name
}
