package buku

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"siip-asn/reports/teks"
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
	return s.sw.SetRow(Ref(1, s.last), []any{s.cell(Plain, nil), s.cell(Plain, s.Empty)})
}

func (s *sheet[T]) row(row T) error {
	s.n++
	if s.last++; s.last > excelize.TotalRows {
		return fmt.Errorf("more than %d rows", excelize.TotalRows)
	}
	if err := s.turn(row); err != nil {
		return err
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
	return s.sw.SetRow(Ref(1, s.last), s.line, tall(high))
}

// rowPoints is the height of a row of one line.
const rowPoints = 15.0

// tall is the height of a row of n lines. Where nothing is said, spreadsheet programs do not agree on whether a row
// grows with its text; so it is said.
func tall(n int) excelize.RowOpts {
	if n == 1 {
		return excelize.RowOpts{}
	}
	return excelize.RowOpts{Height: min(rowPoints*float64(n), excelize.MaxRowHeight)}
}

// leavesMax is how many page breaks of its own Excel allows to a sheet.
const leavesMax = 1026

// turn begins a new page where a new leaf begins.
func (s *sheet[T]) turn(row T) error {
	if s.Leaf == nil {
		return nil
	}
	before := s.leaf
	if s.leaf = s.Leaf(row); s.n == 1 || s.leaf == before || s.leaves == leavesMax {
		return nil
	}
	s.leaves++
	return s.sw.InsertPageBreak(Ref(1, s.last))
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
	return s.sw.SetRow(Ref(1, s.last), s.line)
}

// cell is a value in a look. A text is cleaned; what is empty stays an empty cell.
func (s *sheet[T]) cell(as Look, value any) excelize.Cell {
	if d, ok := value.(Dressed); ok {
		as, value = d.Look, d.Value
	}
	switch v := value.(type) {
	case string:
		if value = teks.Block(v); value == "" {
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
