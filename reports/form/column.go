package form

import (
	"siip-asn/reports/sheet"
	"siip-asn/reports/workbook"
)

// Column is one column of a form of T: its name, how it looks, what it shows of a row and how a cell is taken into one.
type Column[T any] struct {
	Name  string
	Alias []string // other names under which offices have it, the surest first
	Width float64  // in characters of the standard font
	Look  workbook.Look
	Head  workbook.Look // of the name itself, when not that of every header

	// Write is the value of the cell, as workbook.Column wants it.
	Write func(T) any

	// Read takes a cell of an import into the row. It says what is wrong with the cell, in Indonesian and with what to
	// do, or nothing.
	Read func(*T, sheet.Cell) string

	// Vague tells a value that says too little by itself; then the column of the sheet counts that has one of the titles
	// Else, if there is one. nil: no value is.
	Vague func(string) bool
	Else  []string

	// Front and Behind are titles of columns that belong to this one, as they are compared: Join puts their cells before and
	// behind its value. Beside are those that belong to it, too, and are not read: nobody can tell on which side.
	Front, Behind, Beside []string
	Join                  func(front, value, behind string) string

	Must    bool     // an import must have it, and each row a value in it
	May     bool     // a value may be missing where Must has the column
	Dates   bool     // a date is a value here
	Choices []string // what the drop-down offers
	Several bool     // something else than one of the choices may stand in a cell
	Most    int      // characters of a value at most, where Read does not count them; 0: 200
	About   string   // what belongs into it, for people
}

// written are the columns as a workbook has them.
func written[T any](columns []Column[T]) []workbook.Column[T] {
	list := make([]workbook.Column[T], len(columns))
	for i, c := range columns {
		list[i] = workbook.Column[T]{Name: c.Name, Width: c.Width, Look: c.Look, Head: c.Head, Write: c.Write}
	}
	return list
}
