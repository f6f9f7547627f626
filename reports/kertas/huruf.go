package kertas

import (
	"strings"
	"unicode"
)

// Printable puts "?" in place of what the typeface lacks: fpdf would end the program for some of it, and print nothing
// for the rest.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || unicode.Is(letterforms, r) {
			return r
		}
		return '?'
	}, s)
}

// letterforms is what both fonts can draw and people may write in Latin letters, with the signs around them. A test
// holds it against the fonts.
var letterforms = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x0020, 0x007e, 1},
		{0x00a0, 0x036f, 1}, // Latin of all Europe, phonetic letters, accents that combine
		{0x0370, 0x0377, 1},
		{0x037a, 0x037f, 1},
		{0x0384, 0x038a, 1},
		{0x038c, 0x038c, 1},
		{0x038e, 0x03a1, 1},
		{0x03a3, 0x03e1, 1}, // Greek
		{0x03f0, 0x052f, 1}, // Cyrillic
		{0x1d00, 0x1df9, 1},
		{0x1dfb, 0x1eff, 1}, // Latin of Vietnam and Africa
		{0x2010, 0x2027, 1}, // dashes, quotation marks, dots
		{0x2030, 0x205e, 1},
		{0x2070, 0x2071, 1},
		{0x2074, 0x208e, 1},
		{0x2090, 0x209c, 1},
		{0x20a0, 0x20bf, 1}, // money
		{0x2100, 0x215f, 1},
		{0x2c60, 0x2c7f, 1},
		{0xa720, 0xa7bf, 1},
		{0xfb00, 0xfb06, 1},
	},
	LatinOffset: 1,
}
