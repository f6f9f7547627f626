package workbook

import (
	"iter"

	"github.com/xuri/excelize/v2"
)

// Table is one sheet: columns over rows, what stands above and below them, and how it prints.
type Table[T any] struct {
	Sheet   string
	Title   []string // stands above the header row, the first line large
	Gap     int      // rows left free between the title and the header row, for a chart
	Columns []Column[T]
	Rows    iter.Seq[T]
	Empty   string         // stands in place of rows when there are none
	Total   *T             // the last row, in bold
	Filter  string         // name of the Excel table, with its filter buttons; empty: none
	Form    bool           // an empty sheet to fill in: whole columns have their look
	Freeze  int            // columns that stay in view, besides the header row
	Printed int            // so many columns are printed; 0: all
	Leaf    func(T) string // printed, a new page begins where this changes
	Page    Page
	Dress   func(f *excelize.File, sheet string, head, last int) error // adds what needs to know the rows
}
