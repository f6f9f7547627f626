package workbook

import "github.com/xuri/excelize/v2"

// The font of every workbook, in points. Where Arial is not installed, every office program has another whose letters are as
// wide; so columns and pages are the same everywhere.
const (
	family = "Arial"
	points = 10
)

// style describes a look to excelize.
func (l Look) style() *excelize.Style {
	s := l.base()
	if s.Font == nil {
		s.Font = &excelize.Font{}
	}
	if s.Font.Family == "" {
		s.Font.Family = family
	}
	if s.Font.Size == 0 {
		s.Font.Size = points
	}
	return s
}

func (l Look) base() *excelize.Style {
	s := &excelize.Style{Border: frame(Grid), Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wraps()}}
	switch l {
	case Counter, Centred:
		s.Alignment.Horizontal = "center"
	case Digits:
		s.NumFmt = 49
	case Count, Share, Days, Day, Instant:
		figure(s, l)
	case Link:
		s.Font = &excelize.Font{Color: Blue, Underline: "single"}
	case Code:
		s.Font, s.NumFmt = &excelize.Font{Family: "Courier New", Bold: true}, 49
		s.Alignment.Horizontal, s.Alignment.Vertical, s.Alignment.Indent = "left", "center", 1
	case Title, Subtitle:
		return heading(l)
	case Paragraph, Bare:
		s.Border = nil
	case Header, Optional:
		return headed(l)
	case Wrong:
		s.Font, s.Fill, s.NumFmt = &excelize.Font{Color: Wine}, Filled(Rose), 49
	case Kosong:
		s.Fill = Filled(Yolk)
	case Reason:
		s.Font = &excelize.Font{Color: Wine}
	case TotalText, TotalCount, TotalShare:
		return summed(l)
	}
	return s
}

var formats = map[Look]string{
	Count: "#,##0", TotalCount: "#,##0", Share: "0.0 %", TotalShare: "0.0 %", Days: "#,##0.0",
	Day: "dd/mm/yyyy", Instant: "dd/mm/yyyy hh:mm:ss",
}

func figure(s *excelize.Style, l Look) {
	format := formats[l]
	s.CustomNumFmt = &format
	if l == Day || l == Instant {
		s.Alignment.Horizontal = "center"
	}
}

func heading(l Look) *excelize.Style {
	font := &excelize.Font{Color: Navy, Bold: true, Size: 14}
	if l == Subtitle {
		font = &excelize.Font{Color: Slate, Size: 9}
	}
	return &excelize.Style{Font: font, Alignment: &excelize.Alignment{Vertical: "center"}}
}

func headed(l Look) *excelize.Style {
	s := &excelize.Style{
		Border: frame(Grid), Fill: Filled(Navy), Font: &excelize.Font{Color: White, Bold: true},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	}
	if l == Optional {
		s.Fill, s.Font.Color = Filled(Pale), Navy
	}
	return s
}

func summed(l Look) *excelize.Style {
	s := &excelize.Style{
		Border: frame(Grid), Fill: Filled(Pale), Font: &excelize.Font{Bold: true, Color: Navy},
		Alignment: &excelize.Alignment{Vertical: "top"},
	}
	if format, ok := formats[l]; ok {
		s.CustomNumFmt = &format
	}
	return s
}

// Filled is a cell, or a bar of a chart, in one colour.
func Filled(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func frame(colour string) []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		all = append(all, excelize.Border{Type: side, Color: colour, Style: 1})
	}
	return all
}
