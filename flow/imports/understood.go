package imports

// Understood is what a file was taken for, before anything of it is looked up or applied.
type Understood struct {
	Kind        Kind
	Origin      string   // whose export it is ("SIASN"), "" of our own form
	Sheet       string   // the sheet that was read
	OtherSheets []string // sheets that hold such a table too, and were not read
	HeaderRow   int      // the row of the header
	Rows        int      // rows below it, right and wrong ones

	Columns []Column // columns that were read, from the left
	Near    []Column // columns that resemble one of ours, and were not read
	Unread  int      // other columns

	Below, BelowFrom int // rows below the table that were passed over, and where they begin

	Between, BetweenFrom int // titles of groups and sums in the middle of it that were passed over, and the first of them
	Hidden               int // rows that are hidden, as by a filter, and were read

	Warnings     []Fault // what is odd and was taken all the same
	MoreWarnings int     // how many more of those there are
}

// Column is a column of a file: its title, the cell of that, and the column of ours that it is or resembles.
type Column struct{ Name, Heading, Cell string }
