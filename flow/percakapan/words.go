package percakapan

import (
	"fmt"
	"strings"
	"time"

	"siip-asn/flow"
)

// The small change of the texts: how numbers are written, what stands for nothing, what is wrong with what was typed.

// or is the text, or what stands for an empty one.
func or(text, empty string) string {
	if strings.TrimSpace(text) == "" {
		return empty
	}
	return text
}

// sentence ends a text with one full stop: names often end with one.
func sentence(s string) string { return strings.TrimSuffix(s, ".") + "." }

// wrongLength says that a text is too short or too long, or nothing.
func wrongLength(what, text string, atLeast, atMost int) string {
	n := len([]rune(text))
	switch {
	case n < atLeast:
		return fmt.Sprintf("%s terlalu pendek (%d karakter). Mohon ketik %d sampai %s karakter.", what, n, atLeast, thousands(atMost))
	case n > atMost:
		return fmt.Sprintf("%s terlalu panjang (%s karakter). Mohon ketik %d sampai %s karakter.", what, thousands(n), atLeast, thousands(atMost))
	default:
		return ""
	}
}

// thousands writes a number as Indonesian does: 1.000.
func thousands(n int) string {
	s := fmt.Sprint(n)
	var b strings.Builder
	for i, digit := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(digit)
	}
	return b.String()
}

// searchMax is how much of what is typed is looked for.
const searchMax = 60

// sought is what was typed to find something by: its beginning, when it is long.
func sought(body string) string {
	text := []rune(flow.PartOfNIP(flow.Tidy(body)))
	return string(text[:min(len(text), searchMax)])
}

// clock writes an instant as a card does, in the zone of the office.
func (t *turn) clock(at time.Time) string {
	return at.In(t.Aturan().Zona).Format("02-01-2006 15.04 MST")
}
