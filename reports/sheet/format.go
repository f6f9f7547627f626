package sheet

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// format is how a number is shown, as far as it is known here: the digits behind the comma, percent, groups of thousands
// and text around it. Any other format makes its cells Odd.
type format struct {
	date    bool
	odd     bool
	plain   bool // General: as many digits as there are
	percent int  // how often a percent sign stands in it
	whole   int  // digits before the comma at least
	most    int  // digits behind the comma at most
	least   int  // digits behind the comma at least
	groups  bool // a point between thousands
	before  string
	behind  string
}

var general = format{plain: true}

// styleMax is how many styles a workbook may have: more than any program writes.
const styleMax = 100_000

// readStyles reads which format each style of a cell has.
func (b *book) readStyles(part string) error {
	if b.parts[part] == nil {
		return nil
	}
	own, parsed := map[string]string{}, map[string]format{}
	inside := false
	return b.parts.scan(part, stylesMax, func(s *scanner) error {
		switch {
		case s.is("cellXfs"):
			inside = s.kind == opening
		case s.kind != opening:
		case s.is("numFmt") && len(own) < styleMax:
			own[s.attr("numFmtId")] = s.attr("formatCode")
		case s.is("xf") && inside:
			if len(b.styles) == styleMax {
				return errHeavy
			}
			id := s.attr("numFmtId")
			f, known := parsed[id]
			if !known {
				f = formatOf(id, own)
				parsed[id] = f
			}
			b.styles = append(b.styles, f)
		}
		return nil
	})
}

// builtIn are the formats that every program knows by number (ECMA-376, 18.8.30), besides dates.
var builtIn = map[string]string{
	"": "General", "0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%",
	"37": "#,##0", "38": "#,##0", "39": "#,##0.00", "40": "#,##0.00", "41": "#,##0", "42": "#,##0", "43": "#,##0.00", "44": "#,##0.00",
	"49": "@",
}

func formatOf(id string, own map[string]string) format {
	code, ok := own[id]
	if !ok {
		if code, ok = builtIn[id]; !ok {
			n, _ := strconv.Atoi(id)
			isDate := n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58
			return format{date: isDate, odd: !isDate}
		}
	}
	return parseFormat(code)
}

// aside is what a number format shows as it is written, and its colours, conditions and languages.
var aside = regexp.MustCompile(`"[^"]*"|\\.|[_*].|\[[^\]]*\]`)

// showsDate tells whether a number format has a day, a month, a year, an hour, a minute or a second in it.
func showsDate(code string) bool {
	return strings.ContainsAny(strings.ToLower(aside.ReplaceAllString(code, "")), "dmyhs")
}

var (
	digitsPart = regexp.MustCompile(`^[#0?,]*[#0?](\.[#0?]+)?$`)
	hidden     = regexp.MustCompile(`[_*].|\[(?:[A-Za-z]+\d*|\$-[^\]]*)\]`) // room, fill, colour, language
	literal    = regexp.MustCompile(`"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]`)
	digitRun   = regexp.MustCompile(`[#0?][#0?,.]*`)
)

// formatMax is how long a format may be, in bytes: Excel takes 255 characters.
const formatMax = 1000

// parseFormat reads the format of what is positive: "#,##0.00", `0.0" JP"`, "0%".
func parseFormat(code string) format {
	if len(code) > formatMax {
		return format{odd: true}
	}
	section, _, _ := strings.Cut(code, ";")
	section = hidden.ReplaceAllString(section, "")
	switch {
	case code == "" || section == "@" || strings.EqualFold(strings.TrimSpace(section), "General"):
		return general
	case showsDate(section):
		return format{date: true}
	}
	f := format{}
	// Literals are put aside as characters that no format has, so that a digit in one is none of the number.
	var aside []string
	section = literal.ReplaceAllStringFunc(section, func(m string) string {
		parts := literal.FindStringSubmatch(m)
		aside = append(aside, parts[1]+parts[2]+parts[3])
		return string(rune(0xe000 + min(len(aside)-1, 99)))
	})
	at := digitRun.FindStringIndex(section)
	if at == nil || !digitsPart.MatchString(section[at[0]:at[1]]) || len(aside) > 99 {
		return format{odd: true}
	}
	f.count(section[at[0]:at[1]])
	f.before, f.behind = f.around(section[:at[0]], aside), f.around(section[at[1]:], aside)
	return f
}

func (f *format) count(run string) {
	whole, behind, _ := strings.Cut(run, ".")
	f.groups = strings.Contains(strings.TrimRight(whole, ","), ",")
	f.odd = f.odd || strings.HasSuffix(whole, ",") || strings.Contains(run, "?")
	f.whole = strings.Count(whole, "0")
	f.most, f.least = len(behind), strings.Count(behind, "0")
}

// around is the text beside the digits. What it does not understand makes the format odd.
func (f *format) around(text string, aside []string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r >= 0xe000 && int(r-0xe000) < len(aside):
			b.WriteString(aside[r-0xe000])
		case r == '%':
			f.percent++
			b.WriteByte('%')
		case strings.ContainsRune(" -+()/:$€£", r):
			b.WriteRune(r)
		default:
			f.odd = true
		}
	}
	return b.String()
}

// cell is a number as people see it in this format: 0.785 as "78,50%" in "0.00%".
func (f format) cell(v float64, epoch bool) Cell {
	v = fifteen(v)
	raw := strings.ReplaceAll(strconv.FormatFloat(v, 'f', -1, 64), ".", ",")
	switch {
	case math.IsInf(v, 0) || math.IsNaN(v) || len(raw) > 40:
		return Cell{Kind: Odd, Raw: raw[:min(len(raw), 40)], Text: strconv.FormatFloat(v, 'g', 6, 64)}
	case f.date:
		return serialDate(v, epoch)
	case f.odd:
		return Cell{Kind: Odd, Raw: raw, Text: raw}
	case f.plain:
		return Cell{Kind: Number, Raw: raw, Text: generalText(v)}
	}
	return Cell{Kind: Number, Raw: raw, Text: f.show(v)}
}

// fifteen is a number in the fifteen digits that Excel keeps: 0.1+0.2 is 0.3.
func fifteen(v float64) float64 {
	if n, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64); err == nil {
		return n
	}
	return v
}

// generalText writes a number as Excel shows it where no format is set: ten digits of it, but whole ones in full.
func generalText(v float64) string {
	text := strconv.FormatFloat(v, 'f', -1, 64)
	if v != math.Trunc(v) && len(text) > 11 {
		behind := max(0, 10-len(strconv.FormatFloat(math.Trunc(math.Abs(v)), 'f', -1, 64)))
		if rounded := roundAt(text, behind); strings.Trim(rounded, "-0.") != "" {
			text = strings.TrimRight(strings.TrimRight(rounded, "0"), ".")
		}
	}
	return strings.ReplaceAll(text, ".", ",")
}

func (f format) show(v float64) string {
	for range f.percent {
		v *= 100
	}
	text := roundAt(strconv.FormatFloat(math.Abs(fifteen(v)), 'f', -1, 64), f.most)
	whole, behind, _ := strings.Cut(text, ".")
	for len(behind) > f.least && strings.HasSuffix(behind, "0") {
		behind = behind[:len(behind)-1]
	}
	if whole = strings.TrimLeft(whole, "0"); len(whole) < f.whole {
		whole = strings.Repeat("0", f.whole-len(whole)) + whole
	}
	if f.groups {
		whole = grouped(whole)
	}
	if behind != "" {
		whole += "," + behind
	}
	sign := ""
	if v < 0 && strings.Trim(whole, "0,.") != "" {
		sign = "-"
	}
	return strings.TrimSpace(sign + f.before + whole + f.behind)
}

func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits
}

// roundAt rounds a decimal number to so many digits behind the point, half away from zero, as people do. The digits are
// those that are written: 78.125 is 78.13, whatever the machine holds.
func roundAt(text string, places int) string {
	point := strings.IndexByte(text, '.')
	if point < 0 {
		if places == 0 {
			return text
		}
		return text + "." + strings.Repeat("0", places)
	}
	if missing := places - (len(text) - point - 1); missing >= 0 {
		return text + strings.Repeat("0", missing)
	}
	up := text[point+1+places] >= '5'
	digits := []byte(text[:point+1+places])
	for i := len(digits) - 1; up && i >= 0; i-- {
		switch {
		case digits[i] == '.' || digits[i] == '-':
		case digits[i] == '9':
			digits[i] = '0'
		default:
			digits[i]++
			up = false
		}
	}
	out := strings.TrimSuffix(string(digits), ".")
	if up {
		if strings.HasPrefix(out, "-") {
			return "-1" + out[1:]
		}
		return "1" + out
	}
	return out
}
