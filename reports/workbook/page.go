package workbook

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/spelling"
	"siip-asn/reports/typeset"
)

// Page is how a sheet prints: on A4, fitted to the width, with its header row on each page and "Halaman x dari y" at the
// foot, where y is the number of pages of this sheet alone.
type Page struct {
	Portrait bool
	Left     []string // at the head of each page, the first line in bold
	Right    []string
	Foot     string // at the foot, left
	One      bool   // the whole sheet on one page
	Kode     string // the code by which the workbook can be checked

	pages int // how many there are; 0: nobody knows
}

const paperA4 = 9

func (p Page) apply(f *excelize.File, sheet string) error {
	size, wide, high, way := paperA4, 1, 0, "landscape"
	if p.Portrait {
		way = "portrait"
	}
	if p.One {
		high = 1
	}
	first := uint(1) // each sheet numbers its own pages
	layout := &excelize.PageLayoutOptions{
		Size: &size, Orientation: &way, FitToWidth: &wide, FitToHeight: &high, FirstPageNumber: &first,
	}
	if err := f.SetPageLayout(sheet, layout); err != nil {
		return err
	}
	if err := f.SetPageMargins(sheet, p.margins()); err != nil {
		return err
	}
	return f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: p.head(), OddFooter: p.foot()})
}

// sideMargin is left free at each side, in inches.
const sideMargin = 0.4

// top is the margin above, in inches; a head of several lines needs room.
func (p Page) top() float64 { return 0.5 + 0.2*float64(max(len(p.Left), len(p.Right))) }

// bottom is the margin below, in inches.
func (p Page) bottom() float64 {
	if p.Kode != "" {
		return 0.85 // two lines
	}
	return 0.6
}

func (p Page) margins() *excelize.PageLayoutMarginsOptions {
	side, edge, top, bottom, middle := sideMargin, 0.3, p.top(), p.bottom(), true
	return &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge, Horizontally: &middle,
	}
}

// head may have 255 characters in all.
func (p Page) head() string {
	left, right := clip(p.Left, 118), clip(p.Right, 118)
	if len(left)+len(right) == 0 {
		return ""
	}
	if len(left) > 0 {
		left[0] = "&B" + left[0] + "&B"
	}
	return "&L" + strings.Join(left, "\n") + "&R" + strings.Join(right, "\n")
}

func (p Page) foot() string {
	lines := []string{p.Foot}
	if p.Portrait {
		lines[0] = spelling.Clip(p.Foot, 62) // the number of the page stands beside it
	}
	if p.Kode != "" {
		lines = append(lines, p.Kode)
	}
	return "&L" + strings.Join(clip(lines, 160), "\n") + "&RHalaman &P dari " + p.total()
}

// total is the number of pages, or the sign that a program replaces by that of all that it prints.
func (p Page) total() string {
	switch {
	case p.One:
		return "1"
	case p.pages > 0:
		return strconv.Itoa(p.pages)
	}
	return "&N"
}

// clip shortens lines, the longest first, until they have at most so many characters together, breaks counted.
func clip(lines []string, limit int) []string {
	var kept []string
	total := 0
	for _, text := range lines {
		text = spelling.Clip(typeset.Line(text), limit)
		kept = append(kept, text)
		total += units(text)
	}
	for total > limit {
		i := longest(kept)
		total -= units(kept[i])
		kept[i] = spelling.Clip(kept[i], len([]rune(kept[i]))-1)
		total += units(kept[i])
	}
	for i := range kept {
		kept[i] = doubled(kept[i])
	}
	return kept
}

func longest(lines []string) int {
	at := 0
	for i, text := range lines {
		if units(text) > units(lines[at]) {
			at = i
		}
	}
	return at
}

// units is how many characters a line of a head takes, as Excel counts, with the break behind it.
func units(text string) int { return len(utf16.Encode([]rune(doubled(text)))) + 1 }

// doubled keeps "&" what it is: a head uses it to say what to put in.
func doubled(s string) string { return strings.ReplaceAll(s, "&", "&&") }

// repeat prints the header row on each page.
func repeat(f *excelize.File, sheet string, head int) error {
	return f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", sheet, head, head),
	})
}

// printed limits what is printed of a sheet to its first columns.
func printed(f *excelize.File, sheet string, columns, last int) error {
	name, err := excelize.ColumnNumberToName(columns)
	if err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: sheet, RefersTo: fmt.Sprintf("'%s'!$A$1:$%s$%d", sheet, name, last),
	})
}
