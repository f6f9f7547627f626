package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"siip-asn/bot/simulator/wire"
)

// found are the entities that the server and its clients find by themselves, in the order in which they are looked for.
var found = []struct {
	kind    string
	pattern *regexp.Regexp
}{
	{"url", regexp.MustCompile(`(?i)\bhttps?://[^\s<>"']+[^\s<>"'.,;:!?)]`)},
	{"email", regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}`)},
	{"bot_command", regexp.MustCompile(`/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?`)},
	{"mention", regexp.MustCompile(`@[A-Za-z0-9_]{3,32}`)},
	{"hashtag", regexp.MustCompile(`#[\pL\pN_]*[\pL_][\pL\pN_]*`)},
}

// link adds commands, links, mentions and the like where nothing else lies.
func (t Styled) link() Styled {
	for _, f := range found {
		for _, span := range f.pattern.FindAllStringIndex(t.Text, -1) {
			from, length := utf16Len(t.Text[:span[0]]), utf16Len(t.Text[span[0]:span[1]])
			if stands(f.kind, t.Text, span[0], span[1]) && free(t.Entities, from, from+length) {
				t.Entities = append(t.Entities, wire.Entity{Type: f.kind, Offset: from, Length: length})
			}
		}
	}
	t.Entities = arrange(t.Entities)
	return t
}

// stands tells whether what was found stands by itself: a command inside a word or a path is none.
func stands(kind, text string, from, to int) bool {
	if kind == "url" || kind == "email" {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return !clings(before) && !clings(after)
}

func clings(r rune) bool {
	return strings.ContainsRune("&/<>_@", r) || unicode.IsLetter(r) || unicode.IsDigit(r)
}
