package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"siip-asn/reports/typeset"
)

// Column is one column of a sheet of T: its name, how it looks and what it shows of a row.
type Column[T any] struct {
	Name  string
	Width float64 // in characters of the standard font
	Look  Look
	Head  Look // of the name itself, when not that of every header

	// Write is the value of the cell: a string, an int, a float64, a time.Time or nil. A column without it counts the
	// rows.
	Write func(T) any

	// Link is where a click on the cell leads; empty: nowhere.
	Link func(T) string
}

// Dressed is a value that does not look like the rest of its column.
type Dressed struct {
	Look  Look
	Value any
}

// Numbers is the column that counts the rows.
func Numbers[T any]() Column[T] {
	return Column[T]{Name: "No", Width: 6, Look: Counter}
}

// lines is how many lines a value takes in the column.
func (c Column[T]) lines(value any) int {
	s, ok := value.(string)
	if !ok || !c.Look.wraps() {
		return 1
	}
	if len(s) < int(c.Width/2) && !strings.Contains(s, "\n") {
		return 1 // short in any font: most cells, and not worth measuring
	}
	return typeset.Rows(s, c.Width-0.5)
}

// Absolute names cells of one column, rows from to to, as charts and drop-downs find them: 'Per OPD'!$B$5:$B$14.
func Absolute(sheet string, column, from, to int) string {
	name := []byte(Ref(column, 1))
	letters := string(name[:len(name)-1])
	return fmt.Sprintf("'%s'!$%s$%s:$%s$%s", sheet, letters, strconv.Itoa(from), letters, strconv.Itoa(to))
}
