// Package wording writes numbers, times and texts as Indonesian does, and says what is wrong with what was typed.
package wording

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"strings"
	"time"
	"unicode"

	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/hitung"
	"siip-asn/flow/identitas"
	"siip-asn/flow/spelling"
)

// TextMark names a text on a button, where the text itself has no room. It is below ui.NumberMax, as every number of a button
// must be: a larger one is refused when it is tapped.
func TextMark(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64() % ui.NumberMax
}

// Or is the text, or what stands for an empty one.
func Or(text, empty string) string {
	if strings.TrimSpace(text) == "" {
		return empty
	}
	return text
}

// Sentence ends a text with one full stop: names often end with one.
func Sentence(s string) string { return strings.TrimSuffix(s, ".") + "." }

// WrongLength says that a text is too short or too long, or nothing.
func WrongLength(what, text string, atLeast, atMost int) string {
	n := len([]rune(text))
	switch {
	case n < atLeast:
		return fmt.Sprintf("%s terlalu pendek (%d karakter). Mohon ketik %d sampai %s karakter.", what, n, atLeast, hitung.Number(atMost))
	case n > atMost:
		return fmt.Sprintf("%s terlalu panjang (%s karakter). Mohon ketik %d sampai %s karakter.", what, hitung.Number(n), atLeast, hitung.Number(atMost))
	default:
		return ""
	}
}

// searchMax is how much of what is typed is looked for.
const searchMax = 60

// Sought is what was typed to find something by: its beginning, when it is long.
func Sought(body string) string {
	text := []rune(identitas.PartOfNIP(spelling.Tidy(body)))
	return string(text[:min(len(text), searchMax)])
}

// Clock writes an instant as a card does, in the zone of the office.
func Clock(t *engine.Turn, at time.Time) string {
	return at.In(t.Aturan().Zona).Format("02-01-2006 15.04 MST")
}

// Contact is whom to ask, without a full stop: bantuan.kontak of the config; without one those who are meant in general. It
// stands wherever somebody is sent to a person whom he cannot know.
func Contact(t *engine.Turn, otherwise string) string {
	return cmp.Or(strings.TrimSuffix(t.Aturan().Kontak, "."), otherwise)
}

// Listed joins words: "Edit, Revisi dan Tolak".
func Listed(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " dan " + words[n-1]
	}
	return strings.Join(words, "")
}

// Shortened keeps the first lines of a text, and says that there are more.
func Shortened(text string, lines int) string {
	all := strings.Split(text, "\n")
	if len(all) <= lines {
		return text
	}
	return strings.Join(all[:lines], "\n") + " …"
}

// Unmarked is a label without the emoji before it.
func Unmarked(label string) string {
	return strings.TrimLeftFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// InLink writes a text so that it can be the value of a query in a link (RFC 3986, percent-encoding).
func InLink(text string) string {
	const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
	var b strings.Builder
	for _, c := range []byte(text) {
		if strings.IndexByte(plain, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
