package workbook

import (
	"github.com/xuri/excelize/v2"

	"siip-asn/flow/spelling"
	"siip-asn/reports/typeset"
)

// Chart is a bar chart over the rows of a sheet.
type Chart struct {
	Title   string
	Alt     string   // the same in words, for who does not see it
	Sheet   string   // where its rows stand
	Names   int      // the column that names the bars
	Series  []Series // stacked in this order
	Head    int      // the header row; the bars are the n rows below it
	N       int
	Upright bool // bars that stand, for what goes on in time
	Wide    int  // pixels
	High    int
}

// Series is one part of each bar.
type Series struct {
	Column int
	Colour string // RRGGBB
}

// Pixels of excelize, which places a chart between two cells: rows of standard height and the digits of a column's
// width are what it takes them for, and any program shows the chart between these cells.
const (
	rowPixels   = 18
	digitPixels = 8
	barPixels   = 27 // two lines of a long title fit beside a bar
	framePixels = 92 // the title of the chart, its legend and its edges
)

// labelsMost is how many names stand below standing bars.
const labelsMost = 14

// ChartHeight is how high a chart of n lying bars has to be, in pixels, and how many free rows hold it.
func ChartHeight(n int) (pixels, rows int) {
	pixels = framePixels + n*barPixels
	return pixels, pixels/rowPixels + 2
}

// Width is how wide columns are together, in pixels.
func Width[T any](columns []Column[T]) int {
	wide := 0
	for _, c := range columns {
		wide += int(c.Width * digitPixels)
	}
	return wide
}

// AddTo puts the chart into a sheet with its left upper corner in the cell.
func (b Chart) AddTo(f *excelize.File, sheet, cell string) error {
	gap, none, one, whole := uint(45), 0.0, false, 100
	kind, legend := excelize.BarStacked, "bottom"
	if b.Upright {
		kind, gap = excelize.ColStacked, 25
	}
	if len(b.Series) == 1 {
		legend = "none"
	}
	chart := &excelize.Chart{
		Type: kind,
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{
			Text: b.Title, Font: &excelize.Font{Family: family, Bold: true, Size: 12, Color: Navy},
		}}},
		Format:    excelize.GraphicOptions{AltText: spelling.Clip(typeset.Line(b.Alt), 1000), Name: b.Title},
		Legend:    excelize.ChartLegend{Position: legend},
		XAxis:     excelize.ChartAxis{ReverseOrder: !b.Upright, Font: excelize.Font{Family: family, Size: 9, Color: "000000"}},
		YAxis:     excelize.ChartAxis{Minimum: &none, MajorGridLines: true, Font: excelize.Font{Family: family, Size: 9, Color: "000000"}},
		Dimension: excelize.ChartDimension{Width: uint(b.Wide), Height: uint(b.High)},
		GapWidth:  &gap, Overlap: &whole, VaryColors: &one,
	}
	if b.Upright {
		chart.XAxis.TickLabelSkip = (b.N + labelsMost - 1) / labelsMost
		if b.N > labelsMost {
			chart.XAxis.Alignment.TextRotation = -90 // for who draws them all the same
		}
	}
	for _, s := range b.Series {
		chart.Series = append(chart.Series, b.series(s))
	}
	return f.AddChart(sheet, cell, chart)
}

func (b Chart) series(s Series) excelize.ChartSeries {
	return excelize.ChartSeries{
		Name:       Absolute(b.Sheet, s.Column, b.Head, b.Head),
		Categories: Absolute(b.Sheet, b.Names, b.Head+1, b.Head+b.N),
		Values:     Absolute(b.Sheet, s.Column, b.Head+1, b.Head+b.N),
		Fill:       Filled(s.Colour),
	}
}
