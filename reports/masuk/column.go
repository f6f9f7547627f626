package masuk

import "siip-asn/reports/buku"

// column is one column of a form: how it is written (template, workbook with the faults) and how a cell of an import is
// taken into a row.
type column[T any] struct {
	Name  string
	Width float64 // in characters of the standard font
	Look  buku.Look
	Head  buku.Look // of the name itself, when not that of every header

	// Write is the value of the cell, as buku.Column wants it.
	Write func(T) any

	// Read takes a cell of an import into the row. It says what is wrong with the cell, in Indonesian and with what to
	// do, or nothing.
	Read func(*T, cell) string

	Must    bool     // an import must have it, and each row a value in it
	Choices []string // what the drop-down offers
	Several bool     // more than one of the choices may stand in a cell
	About   string   // what belongs into it, for people
}

// written is how a sheet has the columns.
func written[T any](columns []column[T]) []buku.Column[T] {
	list := make([]buku.Column[T], len(columns))
	for i, c := range columns {
		list[i] = buku.Column[T]{Name: c.Name, Width: c.Width, Look: c.Look, Head: c.Head, Write: c.Write}
	}
	return list
}

// names lists the names of columns.
func names[T any](columns []column[T]) []string {
	list := make([]string, len(columns))
	for i, c := range columns {
		list[i] = c.Name
	}
	return list
}
