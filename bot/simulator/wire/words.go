package wire

import (
	"slices"
	"strings"
	"unicode"
)

// FindButton finds the first button whose words fit.
func FindButton(rows [][]string, fits func(string) bool) (row, col int, ok bool) {
	for row, texts := range rows {
		if col := slices.IndexFunc(texts, fits); col >= 0 {
			return row, col, true
		}
	}
	return 0, 0, false
}

// Exactly fits the same words, an emoji before them stripped.
func Exactly(words string) func(string) bool {
	return func(text string) bool { return text == words || Bare(text) == Bare(words) }
}

// Containing fits words that contain these, in any case.
func Containing(words string) func(string) bool {
	return func(text string) bool { return strings.Contains(text, words) }
}

// Bare strips what stands before the first letter or digit; a digit of a keycap emoji is none.
func Bare(text string) string {
	for {
		rest := strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if rest == "" {
			return text
		}
		if after := rest[1:]; strings.HasPrefix(after, "\ufe0f") || strings.HasPrefix(after, "\u20e3") {
			text = after
			continue
		}
		return rest
	}
}
