package workbook

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"siip-asn/reports/typeset"
)

// sheet is a table while it is written. The order of its steps is excelize's: what belongs before the rows is refused
// behind them, and what belongs behind them is lost without a word after flush.
type sheet[T any] struct {
	Table[T]
	b      *Book
	sw     *excelize.StreamWriter
	head   int    // the header row
	last   int    // the row written last
	n      int    // rows of T so far
	leaf   string // of the row before
	leaves int    // page breaks so far
	line   []any  // reused for each row
	pages  pageBreaks
}

// Put adds a table to the workbook.
func Put[T any](b *Book, t Table[T]) error {
	s := &sheet[T]{Table: t, b: b, line: make([]any, len(t.Columns))}
	for _, step := range []func() error{s.begin, s.above, s.header, s.rows, s.total, s.end} {
		if err := step(); err != nil {
			return fmt.Errorf("sheet %s: %w", t.Sheet, err)
		}
	}
	return nil
}

func (s *sheet[T]) begin() error {
	if err := s.b.add(s.Sheet); err != nil {
		return err
	}
	fit := true
	if err := s.b.f.SetSheetProps(s.Sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	// Nobody knows yet how far the sheet will reach: excelize says A1, which some readers take for all of it.
	if err := s.b.f.SetSheetDimension(s.Sheet, ""); err != nil {
		return err
	}
	var err error
	if s.sw, err = s.b.f.NewStreamWriter(s.Sheet); err != nil {
		return err
	}
	s.head = HeadOf(len(s.Title), s.Gap)
	s.Page = s.b.signed(s.Page)
	if !s.Form {
		s.pages = s.Page.counted(s.wide(), s.headHigh())
	}
	return s.shape()
}

// wide is how wide the printed columns are together, in characters.
func (s *sheet[T]) wide() (wide float64) {
	for i, c := range s.Columns {
		if s.Printed == 0 || i < s.Printed {
			wide += c.Width
		}
	}
	return wide
}

// headHigh is how high the header row is: as its longest name needs, in bold letters, and two lines at least.
func (s *sheet[T]) headHigh() float64 {
	most := 2
	for _, c := range s.Columns {
		most = max(most, typeset.Rows(typeset.Line(c.Name), (c.Width-1)/boldPart))
	}
	return lines(most)
}

// boldPart is how much wider bold letters are.
const boldPart = 1.08

func (s *sheet[T]) shape() error {
	for i, c := range slices.Backward(s.Columns) { // excelize writes each before the ones it has, and Excel wants them in order
		if err := s.sw.SetColWidth(i+1, i+1, c.Width); err != nil {
			return err
		}
		if !s.Form {
			continue
		}
		if err := s.sw.SetColStyle(i+1, i+1, s.b.styles[c.Look]); err != nil {
			return err
		}
	}
	if s.Gap > 0 {
		return nil // a frozen chart would leave no room to scroll in
	}
	return s.sw.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: s.Freeze, YSplit: s.head, TopLeftCell: Ref(s.Freeze+1, s.head+1), ActivePane: s.pane(),
		Selection: []excelize.Selection{{SQRef: Ref(s.Freeze+1, s.head+1), ActiveCell: Ref(s.Freeze+1, s.head+1), Pane: s.pane()}},
	})
}

func (s *sheet[T]) pane() string {
	if s.Freeze > 0 {
		return "bottomRight"
	}
	return "bottomLeft"
}

func (s *sheet[T]) above() error {
	for i, text := range s.Title {
		as, height := Subtitle, lines(1)
		if i == 0 {
			as, height = Title, lines(2)
		}
		s.pages.used += height
		cells := []any{s.cell(as, typeset.Line(text))}
		if err := s.sw.SetRow(Ref(1, i+1), cells, excelize.RowOpts{Height: height}); err != nil {
			return err
		}
	}
	return s.gap()
}

// gap gives the free rows a height of their own, so that the chart is as high as them in every program.
func (s *sheet[T]) gap() error {
	for row := len(s.Title) + 1; row < s.head; row++ {
		s.pages.used += lines(1)
		if err := s.sw.SetRow(Ref(1, row), nil, excelize.RowOpts{Height: lines(1)}); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheet[T]) header() error {
	for i, c := range s.Columns {
		as := Header
		if c.Head != 0 {
			as = c.Head
		}
		s.line[i] = s.cell(as, typeset.Line(c.Name))
	}
	s.last = s.head
	s.pages.used += s.headHigh()
	return s.sw.SetRow(Ref(1, s.head), s.line, excelize.RowOpts{Height: s.headHigh()})
}

// end adds what may stand behind the rows but must come before the sheet is flushed, and then what may only come after.
func (s *sheet[T]) end() error {
	s.Page.pages = s.pages.n
	if err := s.Page.apply(s.b.f, s.Sheet); err != nil {
		return err
	}
	if s.Filter != "" {
		if err := s.filter(); err != nil {
			return err
		}
	}
	if s.Dress != nil {
		if err := s.Dress(s.b.f, s.Sheet, s.head, s.last); err != nil {
			return err
		}
	}
	if err := s.sw.Flush(); err != nil {
		return err
	}
	if s.Printed > 0 {
		if err := printed(s.b.f, s.Sheet, s.Printed, s.last); err != nil {
			return err
		}
	}
	return repeat(s.b.f, s.Sheet, s.head)
}

func (s *sheet[T]) filter() error {
	stripes := true
	return s.sw.AddTable(&excelize.Table{
		Range: Ref(1, s.head) + ":" + Ref(len(s.Columns), max(s.last, s.head+1)),
		Name:  s.Filter, StyleName: "TableStyleMedium2", ShowRowStripes: &stripes,
	})
}
