package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"siip-asn/reports/typeset"
)

// Free is a small sheet that is no table: texts, rows and charts below each other. The first error stops it; Err tells.
type Free struct {
	b     *Book
	sheet string
	row   int // the row above the next
	last  int // the last row with a cell
	width []float64
	page  Page
	err   error
}

// Free adds a sheet that is no table.
func (b *Book) Free(sheet string, fill func(*Free) error) error {
	if err := b.add(sheet); err != nil {
		return fmt.Errorf("sheet %s: %w", sheet, err)
	}
	s := &Free{b: b, sheet: sheet}
	fit, lines := true, false
	s.do(b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	s.do(b.f.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &lines}))
	s.do(fill(s))
	s.do(b.signed(s.page).apply(b.f, sheet))
	s.do(b.f.SetSheetDimension(sheet, "A1:"+Ref(max(len(s.width), 1), max(s.last, 1))))
	if s.err != nil {
		return fmt.Errorf("sheet %s: %w", sheet, s.err)
	}
	return nil
}

func (s *Free) do(err error) {
	if s.err == nil {
		s.err = err
	}
}

// Err is the first error so far.
func (s *Free) Err() error { return s.err }

// Page says how the sheet prints.
func (s *Free) Page(p Page) { s.page = p }

// Widths are those of the columns, in characters.
func (s *Free) Widths(list ...float64) {
	s.width = list
	for i, w := range list {
		name, _ := excelize.ColumnNumberToName(i + 1)
		s.do(s.b.f.SetColWidth(s.sheet, name, name, w))
	}
}

// Skip leaves rows free.
func (s *Free) Skip(n int) { s.row += n }

// Text writes one line, as high as said in points; 0: as high as any.
func (s *Free) Text(as Look, text string, high float64) {
	s.row++
	s.put(1, as, typeset.Line(text))
	if high > 0 {
		s.do(s.b.f.SetRowHeight(s.sheet, s.row, high))
	}
}

// Paragraph writes a text over the first n columns, on as many lines as it takes.
func (s *Free) Paragraph(text string, n int) {
	s.row++
	s.put(1, Paragraph, typeset.Line(text))
	s.do(s.b.f.MergeCell(s.sheet, Ref(1, s.row), Ref(n, s.row)))
	wide := 0.0
	for _, w := range s.width[:min(n, len(s.width))] {
		wide += w
	}
	s.do(s.b.f.SetRowHeight(s.sheet, s.row, lines(typeset.Rows(typeset.Line(text), wide-1))+3))
}

// Row writes a row of cells: numbers are counted, texts stand on several lines where they are long.
func (s *Free) Row(as Look, cells ...any) {
	s.row++
	high := 1
	for i, v := range cells {
		look := as
		if d, ok := v.(Dressed); ok {
			look, v = d.Look, d.Value
		}
		switch text := v.(type) {
		case int:
			if look == Plain {
				look = Count
			}
		case string:
			if i < len(s.width) {
				high = max(high, typeset.Rows(text, s.width[i]-0.5))
			}
		}
		s.put(i+1, look, v)
	}
	s.do(s.b.f.SetRowHeight(s.sheet, s.row, lines(high)+1))
}

func (s *Free) put(column int, as Look, value any) {
	cell := Ref(column, s.row)
	s.last = s.row
	if text, ok := value.(string); ok {
		s.do(s.b.f.SetCellStr(s.sheet, cell, typeset.Block(text)))
	} else if value != nil {
		s.do(s.b.f.SetCellValue(s.sheet, cell, value))
	}
	s.do(s.b.f.SetCellStyle(s.sheet, cell, cell, s.b.styles[as]))
}

// Chart puts a chart into the next rows, so many.
func (s *Free) Chart(c Chart, rows int) {
	s.do(c.AddTo(s.b.f, s.sheet, Ref(1, s.row+1)))
	s.row += rows
}

// Picture puts a PNG into the next rows, so many, with the same in words.
func (s *Free) Picture(png []byte, scale float64, alt string, rows int) {
	s.do(s.b.f.AddPictureFromBytes(s.sheet, Ref(2, s.row+1), &excelize.Picture{
		Extension: ".png", File: png, Format: &excelize.GraphicOptions{AltText: alt, ScaleX: scale, ScaleY: scale, LockAspectRatio: true},
	}))
	s.row += rows
}

// HeadOf is in which row the header of a table stands that has so many title lines and free rows.
func HeadOf(titles, gap int) int {
	if titles == 0 {
		return 1
	}
	return titles + 2 + gap
}
