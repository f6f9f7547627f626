package typeface

import (
	_ "embed"
	"strings"
	"unicode"
)

// Noto Sans, regular and bold. fpdf writes into what it is given: hand it a copy.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	Regular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	Bold []byte
)

// None stands in place of a text of which nothing can be printed.
const None = "(tidak dapat dicetak)"

// Printable is a text as far as the typeface has it: fpdf would end the program for some of what it lacks, and print
// nothing for the rest. Emoji and other signs are left away; an ellipsis stands for letters that are missing.
func Printable(s string) string {
	if strings.IndexFunc(s, missing) < 0 {
		return s
	}
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case !missing(r):
			gap = false
			b.WriteRune(r)
		case lettered(r) && !gap:
			gap = true
			b.WriteRune('…')
		}
	}
	if strings.IndexFunc(b.String(), lettered) < 0 && strings.TrimSpace(s) != "" {
		return None
	}
	return b.String()
}

// Nama is how a person is named on paper: by name, or by the NIP in full where a letter of the name cannot be printed.
func Nama(nama, nip string) string {
	if strings.IndexFunc(nama, func(r rune) bool { return missing(r) && lettered(r) }) >= 0 {
		return "NIP " + nip
	}
	return Printable(nama)
}

func missing(r rune) bool { return r != '\n' && !unicode.Is(letterforms, r) }

// lettered tells letters and digits of any script from signs.
func lettered(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && r < 0xfe00
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
