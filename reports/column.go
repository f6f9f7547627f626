package reports

import "strings"

// column is one column of a sheet of T: its name, how it looks, what it shows of a row and, where the sheet is an
// import, how a cell is taken into a row.
type column[T any] struct {
	Name  string
	Width float64 // in characters of the standard font
	Look  look
	Head  look // of the name itself, when not that of every header

	// Write is the value of the cell: a string, an int, a float64, a time.Time or nil. A column without it counts the
	// rows.
	Write func(T) any

	// Link is where a click on the cell leads; empty: nowhere.
	Link func(T) string

	// Read takes a cell of an import into the row. It says what is wrong with the cell, in Indonesian and with what to
	// do, or nothing.
	Read func(*T, cell) string

	Must    bool     // an import must have it, and each row a value in it
	Choices []string // what the drop-down offers
	Several bool     // more than one of the choices may stand in a cell
	About   string   // what belongs into it, for people
}

// dressed is a value that does not look like the rest of its column.
type dressed struct {
	Look  look
	Value any
}

// nomor is the column that counts the rows.
func nomor[T any]() column[T] {
	return column[T]{Name: "No", Width: 6, Look: counter}
}

// lines is how many lines a value takes in the column.
func (c column[T]) lines(value any) int {
	s, ok := value.(string)
	if !ok || !c.Look.wraps() {
		return 1
	}
	if len(s) < int(c.Width/2) && !strings.Contains(s, "\n") {
		return 1 // short in any font: most cells, and not worth measuring
	}
	return len(wrap(s, c.Width-0.5, letters))
}

// names lists the names of columns.
func names[T any](columns []column[T]) []string {
	list := make([]string, len(columns))
	for i, c := range columns {
		list[i] = c.Name
	}
	return list
}
