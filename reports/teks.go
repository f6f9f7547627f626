package reports

import (
	"strings"
	"unicode"

	"siip-asn/flow"
)

// block drops from a text what cannot be seen: control characters, marks that turn the direction of writing, and what
// is no character at all. Line breaks stay; a tab becomes a space.
func block(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r\n", "\n")
	return strings.Map(visible, s)
}

// line is the text on one line, without spaces at its ends.
func line(s string) string { return flow.Tidy(block(s)) }

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

// join writes several short texts as one.
func join(list []string) string { return strings.Join(list, "; ") }
