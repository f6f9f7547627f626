package simulator

import (
	"slices"
	"strings"
	"unicode"
)

func findButton(rows [][]string, fits func(string) bool) (row, col int, ok bool) {
	for row, texts := range rows {
		if col := slices.IndexFunc(texts, fits); col >= 0 {
			return row, col, true
		}
	}
	return 0, 0, false
}

func exactly(words string) func(string) bool {
	return func(text string) bool { return text == words || bare(text) == bare(words) }
}

func containing(words string) func(string) bool {
	return func(text string) bool { return strings.Contains(text, words) }
}

// bare strips what stands before the first letter or digit; a digit of a keycap emoji is none.
func bare(text string) string {
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
