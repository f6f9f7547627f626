package masuk

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// dateStyles are the styles of a workbook, by their numbers, that show a number as a date or a time. Excel makes dates of
// much that people type, 8-5 for one, and keeps a number of which nobody could tell what it was.
func dateStyles(f *excelize.File) map[string]bool {
	list := map[string]bool{}
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return list
	}
	formats := dateFormats(f)
	for i, style := range f.Styles.CellXfs.Xf {
		if style.NumFmtID != nil && formats[*style.NumFmtID] {
			list[strconv.Itoa(i)] = true
		}
	}
	return list
}

// dateFormats are the number formats of dates and times: those that every program has, and those of the workbook.
func dateFormats(f *excelize.File) map[int]bool {
	list := map[int]bool{14: true, 15: true, 16: true, 17: true, 18: true, 19: true, 20: true, 21: true, 22: true, 45: true, 46: true, 47: true}
	if f.Styles.NumFmts != nil {
		for _, own := range f.Styles.NumFmts.NumFmt {
			list[own.NumFmtID] = showsDate(own.FormatCode)
		}
	}
	return list
}

// aside is what a number format shows as it is written, and its colours, conditions and languages.
var aside = regexp.MustCompile(`"[^"]*"|\\.|[_*].|\[[^\]]*\]`)

// showsDate tells whether a number format has a day, a month, a year, an hour, a minute or a second in it.
func showsDate(format string) bool {
	return strings.ContainsAny(strings.ToLower(aside.ReplaceAllString(format, "")), "dmyhs")
}
