package typeset

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

// Letters is how many characters of a column wide a text is in Arial of ten points, the font of every workbook, or a little
// wider: a row that is one line too high is no harm, a line that cannot be seen is.
func Letters(s string) float64 {
	hundredths := 0
	for _, r := range s {
		hundredths += wide(r)
	}
	return float64(hundredths) / 100
}

// wide is how wide a letter is, in hundredths of a character of a column.
func wide(r rune) int {
	if r >= ' ' && int(r-' ') < len(arial) {
		return arial[r-' ']
	}
	return 140
}

// arial is the width of the letters from the space to the tilde.
var arial = [...]int{
	53, 53, 68, 106, 106, 169, 127, 36, 63, 63, 74, 111, 53, 63, 53, 53, 106, 106, 106,
	106, 106, 106, 106, 106, 106, 106, 53, 53, 111, 111, 111, 106, 193, 127, 127, 138, 138, 127,
	116, 148, 138, 53, 95, 127, 106, 159, 138, 148, 127, 148, 138, 127, 116, 138, 127, 180, 127,
	127, 116, 53, 53, 53, 89, 106, 63, 106, 106, 95, 106, 106, 53, 106, 106, 42, 42, 95,
	42, 159, 106, 106, 106, 106, 63, 95, 53, 106, 95, 138, 95, 95, 95, 64, 50, 64, 111,
}

// Rows is how many lines Wrap makes of a text by Letters. It makes none of them: a workbook of 100,000 rows asks a million
// times.
func Rows(text string, width float64) int {
	most, n := int(width*100), 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		n++
		used := 0
		for word := range strings.FieldsSeq(paragraph) {
			broken, last := pieces(word, most)
			switch {
			case used == 0:
				n, used = n+broken, last
			case broken == 0 && used+arial[0]+last <= most:
				used += arial[0] + last
			default:
				n, used = n+1+broken, last
			}
		}
	}
	return n
}

// pieces is how often chop breaks a word, and how wide its last piece is.
func pieces(word string, most int) (broken, last int) {
	for i, r := range word {
		w := wide(r)
		if i > 0 && last+w > most {
			broken, last = broken+1, 0
		}
		last += w
	}
	return broken, last
}
