package rekap

import (
	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/reports/buku"
)

// chartBars is how many diklat the chart shows.
const chartBars = 10

// Pixels of excelize, which places a chart between two cells: rows of standard height and the digits of a column's
// width are what it takes them for, and any program shows the chart between these cells.
const (
	rowPixels   = 18
	digitPixels = 8
	barPixels   = 27 // two lines of a long title fit beside a bar
	framePixels = 60 // the title of the chart and its edges
)

// chartOf puts a bar chart of the first n rows between the title and the header row of the table, so that it is what
// somebody sees first, also on a phone.
func chartOf(t *buku.Table[flow.BarisRekap], n int) {
	if n == 0 {
		return
	}
	high := framePixels + n*barPixels
	t.Gap = high/rowPixels + 2
	top, wide := buku.Ref(1, len(t.Title)+2), 0
	for _, c := range t.Columns {
		wide += int(c.Width * digitPixels)
	}
	t.Dress = func(f *excelize.File, sheet string, head, _ int) error {
		return f.AddChart(sheet, top, barChart(sheet, head, n, wide, high))
	}
}

func barChart(sheet string, head, n, wide, high int) *excelize.Chart {
	gap, none, one := uint(45), 0.0, false
	return &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Name:              buku.Absolute(sheet, 5, head, head),
			Categories:        buku.Absolute(sheet, 2, head+1, head+n),
			Values:            buku.Absolute(sheet, 5, head+1, head+n),
			Fill:              buku.Filled(buku.Navy),
			DataLabelPosition: excelize.ChartDataLabelsPositionOutsideEnd,
		}},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{
			Text: chartTitle(n), Font: &excelize.Font{Bold: true, Size: 12, Color: buku.Navy},
		}}},
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: excelize.Font{Size: 9, Color: "000000"}},
		YAxis:     excelize.ChartAxis{None: true, Minimum: &none},
		Dimension: excelize.ChartDimension{Width: uint(wide), Height: uint(high)},
		GapWidth:  &gap, VaryColors: &one,
	}
}

func chartTitle(n int) string {
	if n == chartBars {
		return "Sepuluh diklat yang paling banyak diusulkan"
	}
	return "Diklat yang paling banyak diusulkan"
}
