package workbook

import "math"

// pageBreaks says where a sheet must begin a new page, and counts the pages, while its rows are written: the foot of each page
// names their number, and what a spreadsheet program itself can put there is that of the whole workbook. Each program
// breaks pages elsewhere by itself, after the fonts that it finds; so every page gets a break of its own, a little before
// any program would break it. Lengths are points of the sheet, before it is scaled to the width of the paper.
type pageBreaks struct {
	room float64 // of a page; 0: nothing is counted, since somebody fills the sheet in
	head float64 // of the header row, which stands on each page
	used float64 // of the page so far
	n    int     // pages so far
}

// The paper, in points.
const (
	paperShort = 595.28
	paperLong  = 841.89
	inch       = 72.0
)

// charPoints is how wide a column is for each character of its width, at least: in the narrowest of the fonts that a
// program may take for that of the workbook. In a wider one the sheet is scaled down further, and a page has room left.
const charPoints = 5.25

// sure is the part of a page that is filled.
const sure = 0.98

// lines is the height of a row of n lines.
func lines(n int) float64 { return rowPoints * float64(min(max(n, 1), linesMost)) }

// linesMost is how many lines the highest row of a sheet has; Excel allows 409 points.
const linesMost = 30

// counted begins to count the pages of columns so wide, in characters, below a header row so high.
func (p Page) counted(wide, head float64) pageBreaks {
	across, down := paperLong, paperShort
	if p.Portrait {
		across, down = down, across
	}
	scale := math.Floor(min(100, 100*(across-2*sideMargin*inch)/(wide*charPoints))) / 100
	return pageBreaks{room: sure * (down - (p.top()+p.bottom())*inch) / scale, head: head, n: 1}
}

// full tells whether a row begins a new page.
func (h *pageBreaks) full(high float64) bool {
	return h.room > 0 && h.used+high > h.room && h.used > h.head
}

// turn begins a page.
func (h *pageBreaks) turn() { h.n, h.used = h.n+1, h.head }
