package teks

import "strings"

// Wrap breaks a text into lines no wider than the given width, between words where it can and inside a word where it
// must. Line breaks of the text stay. measure is the width of a text in the same unit.
func Wrap(text string, width float64, measure func(string) float64) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapParagraph(paragraph, width, measure)...)
	}
	return lines
}

func wrapParagraph(text string, width float64, measure func(string) float64) []string {
	var lines []string
	current := ""
	for word := range strings.FieldsSeq(text) {
		longer := strings.TrimPrefix(current+" "+word, " ")
		if measure(longer) <= width {
			current = longer
			continue
		}
		if current != "" {
			lines = append(lines, current)
		}
		pieces := chop(word, width, measure)
		lines = append(lines, pieces[:len(pieces)-1]...)
		current = pieces[len(pieces)-1]
	}
	return append(lines, current)
}

// chop breaks a word that is wider than a line; each piece has one letter at least.
func chop(word string, width float64, measure func(string) float64) []string {
	var pieces []string
	start := 0
	for i := range word {
		if i > start && measure(word[start:i+lead(word[i:])]) > width {
			pieces = append(pieces, word[start:i])
			start = i
		}
	}
	return append(pieces, word[start:])
}

// lead is the number of bytes of the first letter.
func lead(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}

// Limit keeps at most n lines and shows that some are missing.
func Limit(lines []string, n int) []string {
	if len(lines) <= n {
		return lines
	}
	kept := append([]string{}, lines[:n]...)
	kept[n-1] += " …"
	return kept
}

// Letters is how many standard digits wide a text is in Calibri, the standard font of a workbook, or a little wider: a
// row that is one line too high is no harm, a line that cannot be seen is.
func Letters(s string) float64 {
	hundredths := 0
	for _, r := range s {
		if r >= ' ' && int(r-' ') < len(calibri) {
			hundredths += calibri[r-' ']
		} else {
			hundredths += 125
		}
	}
	return float64(hundredths) / 100
}

// calibri is the width of the letters from the space to the tilde, in hundredths of a digit.
var calibri = [...]int{
	45, 64, 79, 98, 100, 141, 135, 44, 60, 60, 98, 98, 49, 60, 50, 76, 100, 100, 100,
	100, 100, 100, 100, 100, 100, 100, 53, 53, 98, 98, 98, 91, 176, 114, 107, 105, 121, 96,
	91, 124, 123, 50, 63, 103, 83, 169, 127, 131, 102, 133, 107, 91, 96, 127, 112, 176, 102,
	96, 92, 61, 76, 61, 98, 98, 57, 95, 104, 83, 104, 98, 60, 93, 104, 45, 47, 90,
	45, 158, 104, 104, 104, 104, 69, 77, 66, 104, 89, 141, 85, 89, 78, 62, 91, 62, 98,
}
