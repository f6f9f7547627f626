// Package spelling brings what was typed or pasted into one form: how a text is kept, read, searched, compared and
// shortened.
//
// It imports the standard library only. A newcomer reads the comment above Tidy.
package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is typed or pasted comes through keyboards, word processors and chats that make many characters of one. There is
// one way out of that: Tidy is how a text is kept, Plain how it is read (a NIP, a code, a number, a date), Fold how it is
// searched, Key how names are compared. Each goes through the one before.

// Tidy makes one line of what was typed or pasted: spaces around it go, those inside are folded, and characters that
// cannot be seen are dropped. What can be seen stays as it was written.
func Tidy(s string) string {
	if tidyASCII(s) {
		return s
	}
	return strings.Join(strings.Fields(strings.Map(visible, s)), " ")
}

// TidyLines does the same line by line, and drops the empty lines.
func TidyLines(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if line = Tidy(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// Plain is Tidy in the characters of a keyboard: every dash is "-", every single quote "'", every double one a straight
// one, and letters and digits of double width are those of normal width.
func Plain(s string) string { return strings.Map(plain, Tidy(s)) }

// Fold is the form in which texts are searched: Plain, in small letters.
func Fold(s string) string { return strings.ToLower(Plain(s)) }

// Key is the form in which names are compared: the same name in another case or spacing, or with another kind of dash
// or quote, is the same name.
func Key(s string) string { return strings.ReplaceAll(Fold(s), " ", "") }

// Unquoted is Plain without quotes around it: the mark with which people make Excel take digits as text, or what a
// chat puts around a code.
func Unquoted(s string) string { return strings.Trim(Plain(s), `'" `) }

// Digits is what is left of a text without everything but its digits.
func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// tidyASCII tells what is tidy already, as nearly every text of a large workbook is.
func tidyASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// visible drops what is no character to be seen: control characters, marks that join, part or turn the direction of
// writing (with those a text can be made to read otherwise than it is), fillers, and what has no meaning of its own.
func visible(r rune) rune {
	switch {
	case unicode.IsSpace(r), r == '\u2800':
		return ' '
	case r < utf8.RuneSelf && r >= ' ' && r != 0x7f:
		return r
	case r == utf8.RuneError, r&0xfffe == 0xfffe, unicode.Is(unicode.C, r), unicode.Is(unseen, r):
		return -1
	default:
		return r
	}
}

// unseen are the letters and marks that Unicode draws as nothing, besides those of category C.
var unseen = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x034f, Hi: 0x034f, Stride: 1}, // combining grapheme joiner
		{Lo: 0x115f, Hi: 0x1160, Stride: 1}, // Hangul fillers
		{Lo: 0x17b4, Hi: 0x17b5, Stride: 1},
		{Lo: 0x180b, Hi: 0x180f, Stride: 1}, // Mongolian selectors
		{Lo: 0x3164, Hi: 0x3164, Stride: 1},
		{Lo: 0xfe00, Hi: 0xfe0f, Stride: 1}, // variation selectors
		{Lo: 0xffa0, Hi: 0xffa0, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0xe0100, Hi: 0xe01ef, Stride: 1}},
}

// plain is a character as a keyboard has it.
func plain(r rune) rune {
	switch {
	case r < 0xa0 && r != '`':
		return r
	case unicode.Is(unicode.Pd, r), strings.ContainsRune("\u2212\u2043\u02d7\u2796\u2500\u2501", r):
		return '-'
	case strings.ContainsRune("`´‘’‚‛‹›′‵ʹʻʼʽˈˊˋ՚׳＇", r):
		return '\''
	case strings.ContainsRune("“”„‟«»″‶〝〞〟＂ʺˮ״", r):
		return '"'
	case r == '\u2044' || r == '\u2215':
		return '/'
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xfee0
	}
	return r
}

// Clip shortens a text to at most n characters, the last one an ellipsis.
func Clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}

// Matches tells whether a name contains every word of a search, in any case and order.
func Matches(name, search string) bool {
	name = Fold(name)
	for word := range strings.FieldsSeq(Fold(search)) {
		if !strings.Contains(name, word) {
			return false
		}
	}
	return true
}
