package reports

import "github.com/xuri/excelize/v2"

// style describes a look to excelize.
func (l look) style() *excelize.Style {
	s := l.base()
	if s.Font == nil {
		s.Font = &excelize.Font{}
	}
	if s.Font.Family == "" {
		s.Font.Family = "Calibri"
	}
	if s.Font.Size == 0 {
		s.Font.Size = 11
	}
	return s
}

func (l look) base() *excelize.Style {
	s := &excelize.Style{Border: frame(grid), Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wraps()}}
	switch l {
	case counter, centred:
		s.Alignment.Horizontal = "center"
	case digits:
		s.NumFmt = 49
	case count, share, day, instant:
		figure(s, l)
	case link:
		s.Font = &excelize.Font{Color: blue, Underline: "single"}
	case code:
		s.Font, s.NumFmt = &excelize.Font{Family: "Courier New", Bold: true}, 49
	case title, subtitle:
		return heading(l)
	case header, optional:
		return headed(l)
	case wrong:
		s.Font, s.Fill, s.NumFmt = &excelize.Font{Color: wine}, filled(rose), 49
	case reason:
		s.Font = &excelize.Font{Color: wine}
	case totalText, totalCount, totalShare:
		return summed(l)
	}
	return s
}

var formats = map[look]string{
	count: "#,##0", totalCount: "#,##0", share: "0.0%", totalShare: "0.0%",
	day: "dd/mm/yyyy", instant: "dd/mm/yyyy hh:mm:ss",
}

func figure(s *excelize.Style, l look) {
	format := formats[l]
	s.CustomNumFmt = &format
	if l == day || l == instant {
		s.Alignment.Horizontal = "center"
	}
}

func heading(l look) *excelize.Style {
	font := &excelize.Font{Color: navy, Bold: true, Size: 14}
	if l == subtitle {
		font = &excelize.Font{Color: slate, Size: 10}
	}
	return &excelize.Style{Font: font, Alignment: &excelize.Alignment{Vertical: "center"}}
}

func headed(l look) *excelize.Style {
	s := &excelize.Style{
		Border: frame(grid), Fill: filled(navy), Font: &excelize.Font{Color: white, Bold: true},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	}
	if l == optional {
		s.Fill, s.Font.Color = filled(pale), navy
	}
	return s
}

func summed(l look) *excelize.Style {
	s := &excelize.Style{
		Border: frame(grid), Fill: filled(pale), Font: &excelize.Font{Bold: true, Color: navy},
		Alignment: &excelize.Alignment{Vertical: "top"},
	}
	if format, ok := formats[l]; ok {
		s.CustomNumFmt = &format
	}
	return s
}

func filled(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func frame(colour string) []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		all = append(all, excelize.Border{Type: side, Color: colour, Style: 1})
	}
	return all
}
