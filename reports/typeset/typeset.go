package typeset

import (
	"strings"
	"unicode"

	"siip-asn/flow/spelling"
)

// Block drops from a text what cannot be seen: control characters, marks that turn the direction of writing, and what
// is no character at all. Line breaks stay; a tab becomes a space.
func Block(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r\n", "\n")
	return strings.Map(visible, s)
}

// plain tells a text of which nothing has to be dropped: most are.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' && s[i] != '\n' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Line is the text on one line, without spaces at its ends.
func Line(s string) string { return spelling.Tidy(Block(s)) }

func visible(r rune) rune {
	switch {
	case r == '\n':
		return r
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.C, r) || r == '\ufffd' || r&0xfffe == 0xfffe:
		return -1
	}
	return r
}

// Join writes several short texts as one.
func Join(list []string) string { return strings.Join(list, "; ") }
