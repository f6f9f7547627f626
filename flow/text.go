package flow

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Key is the form in which names are compared: the same name in another case or spacing is the same name.
func Key(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(s), ""))
}

// Tidy makes one line of what was typed or pasted: spaces around it go, those inside are folded, and characters that
// cannot be seen are dropped.
func Tidy(s string) string { return strings.Join(strings.Fields(strings.Map(visible, s)), " ") }

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

// visible drops control characters, and the marks that turn the direction of writing: with those a text can be made to
// read otherwise than it is.
func visible(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return r
	case unicode.IsControl(r), r == utf8.RuneError, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff, r == 0x200b:
		return -1
	default:
		return r
	}
}

// Clip shortens a text to at most n characters, the last one an ellipsis.
func Clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
