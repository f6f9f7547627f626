package paging

import (
	"strconv"
	"strings"
	"unicode"

	"siip-asn/flow/dialog/ui"
)

// Find is the button of the screen that a person means who says a word: that with the word, an emoji before it at most; or
// that with the number of the row of a list that begins with the word. It is for programs that play people: sample data
// and tests.
func Find(s ui.Screen, word string) (ui.Choice, bool) {
	number := Numbered(s.Text.String(), word)
	for _, row := range s.Rows {
		for _, c := range row {
			if label := bare(c.Label); c.Label == word || label == word || number != "" && label == number {
				return c, true
			}
		}
	}
	return ui.Choice{}, false
}

// Numbered is the number of the row of a list in the text that begins with these words; empty when there is none.
func Numbered(text, words string) string {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		number, row, is := strings.Cut(line, ". ")
		if _, err := strconv.Atoi(number); is && err == nil && (begins(row, words) || begins(line, words)) {
			return number
		}
	}
	return ""
}

// begins tells whether a line is these words, or goes on behind them.
func begins(line, words string) bool { return line == words || strings.HasPrefix(line, words+" ") }

// bare is a label without the signs around its words.
func bare(label string) string {
	sign := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ')' }
	return strings.TrimFunc(label, sign)
}
