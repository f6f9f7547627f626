package sheet

import (
	"strings"
	"time"
)

// Cell is what stands in one cell.
type Cell struct {
	Text string    // as people see it, on one line (spelling.Tidy)
	Raw  string    // of a Number: its digits in full, without its format
	Time time.Time // of a Date
	Kind Kind
	Long bool // more stood there than CellMax, and is left out
}

// Kind says how a cell holds what it shows.
type Kind uint8

// The kinds.
const (
	Empty Kind = iota
	Text
	Number
	Odd // a number in a format whose look is not known here
	Date
	Truth
	Mistake // #N/A and its like
	Formula // what it shows may be old, or nothing at all where another program wrote the file
)

// CellMax is how many characters a cell can hold, Excel's own limit.
const CellMax = 32_767

// Row is one row of a sheet. The cells are good only until the next row; their texts stay.
type Row struct {
	N      int // from 1 on, as people count
	Cells  []Cell
	Hidden bool // as by a filter
}

// At is the cell of a column, counted from 0; empty beyond the last one.
func (r Row) At(i int) Cell {
	if i < len(r.Cells) {
		return r.Cells[i]
	}
	return Cell{}
}

// Blank tells whether nothing stands in the row.
func (r Row) Blank() bool {
	for _, c := range r.Cells {
		if c.Kind != Empty {
			return false
		}
	}
	return true
}

// nothing tells a dash, which is how people write that there is nothing.
func nothing(s string) bool { return len(s) < 16 && strings.Trim(s, "-–—") == "" }
