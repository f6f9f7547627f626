package sheet

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
)

// Limits of a sheet. Columns behind the last one are passed over, and take no room.
const (
	RowsMax    = 100_000 // in which something stands, the header and what is above it not counted
	ColumnsMax = 200
	aboveMax   = 50 // rows more that titles and headers may take
	rowsLast   = 1_048_576
	mergedMax  = 10_000
)

// rowReader reads the rows of a sheet in one pass over its XML.
type rowReader struct {
	*book
	ctx   context.Context
	sheet string
	want  func(int) bool
	visit func(Row) bool

	row     Row
	high    int // columns used in the row so far
	filled  int // rows in which something stood
	column  int // of the cell, from 0 on
	inRows  bool
	inValue bool
	cell    rawCell
}

// rawCell is a cell as the XML has it.
type rawCell struct {
	kind    string // attribute t
	style   string // attribute s
	value   []byte
	inline  collector
	formula bool
	text    bool // an inline text was there
}

func (b *book) rows(ctx context.Context, sheet Sheet, want func(int) bool, visit func(Row) bool) error {
	if err := b.readStrings(); err != nil {
		return err
	}
	b.merged = nil
	r := b.reader(ctx, sheet, want, visit)
	err := b.parts.scan(sheet.part, sheetMax, r.take)
	if stopped := ctx.Err(); stopped != nil {
		return stopped
	}
	return err
}

func (b *book) reader(ctx context.Context, sheet Sheet, want func(int) bool, visit func(Row) bool) *rowReader {
	return &rowReader{book: b, ctx: ctx, sheet: sheet.Name, want: want, visit: visit, row: Row{Cells: make([]Cell, ColumnsMax)}}
}

// peek gives the first rows of a sheet as far as they stand in the first part of it. What is wrong further down is found
// when the sheet is read.
func (b *book) peek(ctx context.Context, sheet Sheet, n int) (list []Row, err error) {
	if err := b.readStrings(); err != nil {
		return nil, err
	}
	r := b.reader(ctx, sheet, All, func(row Row) bool {
		list = append(list, Row{row.N, slices.Clone(row.Cells), row.Hidden})
		return len(list) < n
	})
	part, err := b.parts.open(sheet.part, sheetMax)
	if err != nil {
		return nil, err
	}
	defer part.Close()
	some := &io.LimitedReader{R: part, N: peekMax}
	if err := scanAll(some, r.take); err != nil && some.N > 0 {
		return nil, err
	}
	return list, ctx.Err()
}

func (r *rowReader) take(s *scanner) error {
	switch s.kind {
	case opening:
		return r.begin(s)
	case closing:
		return r.finish(s)
	}
	if r.cell.inlineOpen(s) {
		return nil
	}
	if r.inValue && len(r.cell.value) < 4*CellMax {
		r.cell.value = s.appendText(r.cell.value)
	}
	return nil
}

// inlineOpen takes a piece of a text that stands in the cell itself.
func (c *rawCell) inlineOpen(s *scanner) bool {
	if c.text {
		c.inline.take(s)
	}
	return c.text
}

func (r *rowReader) begin(s *scanner) error {
	switch {
	case !r.inRows:
		r.outside(s)
	case s.is("c"):
		return r.beginCell(s)
	case s.is("v"):
		r.inValue = true
	case s.is("f"):
		r.cell.formula = true
	case s.is("is"):
		r.cell.text = true
	case s.is("row"):
		return r.beginRow(s)
	case r.cell.text:
		r.cell.inline.take(s)
	}
	return nil
}

func (r *rowReader) outside(s *scanner) {
	switch {
	case s.is("sheetData"):
		r.inRows = true
	case s.is("mergeCell") && len(r.merged) < mergedMax:
		r.merged = append(r.merged, s.attr("ref"))
	}
}

func (r *rowReader) finish(s *scanner) error {
	switch {
	case s.is("v"):
		r.inValue = false
	case s.is("c") && r.inRows:
		return r.endCell()
	case s.is("row") && r.inRows:
		return r.endRow()
	case s.is("sheetData"):
		r.inRows = false
	case r.cell.text:
		r.cell.inline.take(s)
	}
	return nil
}

var errShape = errors.New("rows or cells out of order")

// beginRow insists on rows in order: otherwise two readers of the same file could see different rows.
func (r *rowReader) beginRow(s *scanner) error {
	n := r.row.N + 1
	if at := s.attrRaw("r"); at != nil {
		given, err := strconv.Atoi(string(at))
		if err != nil || given < n {
			return errShape
		}
		n = given
	}
	if n > rowsLast {
		return errShape
	}
	clear(r.row.Cells[:r.high])
	r.row.N, r.high, r.column = n, 0, -1
	hidden := s.attrRaw("hidden")
	r.row.Hidden = len(hidden) > 0 && hidden[0] != '0' && hidden[0] != 'f'
	return nil
}

func (r *rowReader) beginCell(s *scanner) error {
	next := r.column + 1
	if at := s.attrRaw("r"); at != nil {
		column, row, ok := position(at)
		if !ok || row != r.row.N || column < next {
			return errShape
		}
		next = column
	}
	if r.row.N == 0 {
		return errShape
	}
	r.column = next
	r.cell.kind, r.cell.style = word(s.attrRaw("t")), word(s.attrRaw("s"))
	r.cell.value, r.cell.formula, r.cell.text = r.cell.value[:0], false, false
	r.cell.inline.reset()
	return nil
}

// words that nearly every cell has, so that they are not made anew for each.
var words = map[string]string{}

func init() {
	for _, w := range []string{"s", "n", "str", "inlineStr", "b", "e", "d"} {
		words[w] = w
	}
	for n := range 1000 {
		words[strconv.Itoa(n)] = strconv.Itoa(n)
	}
}

func word(b []byte) string {
	if w, ok := words[string(b)]; ok {
		return w
	}
	return string(b)
}

// position reads "B5" as 1, 5.
func position(name []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(name) && i < 4 && name[i]|0x20 >= 'a' && name[i]|0x20 <= 'z'; i++ {
		column = column*26 + int(name[i]|0x20-'a') + 1
	}
	digits := name[i:]
	for _, c := range digits {
		if c < '0' || c > '9' || row > rowsLast {
			return 0, 0, false
		}
		row = row*10 + int(c-'0')
	}
	return column - 1, row, column > 0 && column <= 16_384 && row > 0 && row <= rowsLast
}

func (r *rowReader) endCell() error {
	if r.column >= ColumnsMax || !r.want(r.column) {
		return nil
	}
	c, err := r.value()
	if err != nil || c.Kind == Empty {
		return err
	}
	r.row.Cells[r.column], r.high = c, r.column+1
	return nil
}

func (r *rowReader) endRow() error {
	if err := r.ctx.Err(); err != nil {
		return errEnough
	}
	if r.high == 0 {
		return nil
	}
	if r.filled++; r.filled > RowsMax+aboveMax {
		return Refuse(nil, tooManyRows, r.sheet, RowsMax)
	}
	if !r.visit(Row{N: r.row.N, Cells: r.row.Cells[:r.high], Hidden: r.row.Hidden}) {
		return errEnough
	}
	return nil
}

// value is the cell as people see it. That of a formula is what was seen when the file was saved.
func (r *rowReader) value() (c Cell, err error) {
	if r.cell.kind == "s" {
		c, err = r.named()
	} else {
		c = r.held()
	}
	if r.cell.formula {
		c.Kind = Formula
	}
	return c, err
}

// named is a cell that names a shared string.
func (r *rowReader) named() (Cell, error) {
	if len(r.cell.value) == 0 {
		return Cell{}, nil
	}
	n, err := strconv.Atoi(string(r.cell.value))
	text, long, ok := r.strings.at(n)
	if err != nil || !ok {
		return Cell{}, errShape
	}
	return typed(text, long), nil
}

// held is a cell that holds what it shows.
func (r *rowReader) held() Cell {
	c := &r.cell
	switch c.kind {
	case "inlineStr", "str":
		return c.typed()
	case "b":
		return kindOf(Truth, len(c.value))
	case "e":
		return Cell{Kind: Mistake, Text: string(c.value[:min(len(c.value), 20)])}
	case "d":
		return isoDate(string(c.value))
	}
	if c.text {
		return c.typed()
	}
	if len(c.value) == 0 {
		return Cell{}
	}
	return r.number(string(c.value), c.style)
}

func kindOf(k Kind, n int) Cell {
	if n == 0 {
		return Cell{}
	}
	return Cell{Kind: k}
}

// typed is a cell with a text in itself.
func (c *rawCell) typed() Cell {
	if c.text {
		text := c.inline.String()
		return typed(text, c.inline.long)
	}
	own := collector{buf: c.value}
	text := own.String()
	return typed(text, own.long)
}

func typed(text string, long bool) Cell {
	if nothing(text) {
		return Cell{}
	}
	return Cell{Text: text, Kind: Text, Long: long}
}

// number is a cell that holds a number.
func (r *rowReader) number(raw, style string) Cell {
	f := general
	if n, err := strconv.Atoi(style); err == nil && n >= 0 && n < len(r.styles) {
		f = r.styles[n]
	}
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return Cell{Kind: Odd, Text: raw[:min(len(raw), 20)]}
	}
	return f.cell(v, r.epoch)
}
