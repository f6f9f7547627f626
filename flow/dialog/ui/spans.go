package ui

import (
	"strings"
	"unicode/utf8"
)

// Spans is text made of spans, so that a name with "<" in it can neither break nor forge a message.
type Spans []Span

// Span is a piece of text in one style.
type Span struct {
	Style Style  `json:"style,omitempty"`
	Text  string `json:"text"`
}

// Style is how a span looks.
type Style uint8

// The styles.
const (
	Plain Style = iota
	Bold
	Italic
	Quote // a block of its own
	Code  // copied by a tap
)

// Plain adds text without a style.
func (t Spans) Plain(s ...string) Spans { return t.add(Plain, s) }

// Bold adds bold text.
func (t Spans) Bold(s ...string) Spans { return t.add(Bold, s) }

// Italic adds italic text.
func (t Spans) Italic(s ...string) Spans { return t.add(Italic, s) }

// Quote adds a quotation, a block of its own.
func (t Spans) Quote(s ...string) Spans { return t.add(Quote, s) }

// Code adds text that a tap copies.
func (t Spans) Code(s ...string) Spans { return t.add(Code, s) }

// Field adds a line "name: value", and nothing when the value is empty.
func (t Spans) Field(name, value string) Spans {
	if value == "" {
		return t
	}
	return t.Plain(name, ": ", value, "\n")
}

// Strong adds a line "name: value" that stands out: nama, diklat and status do, nothing else.
func (t Spans) Strong(name, value string) Spans {
	if value == "" {
		return t
	}
	return t.Plain(name, ": ").Bold(value).Plain("\n")
}

// Lines counts the lines of the text.
func (t Spans) Lines() int { return strings.Count(strings.TrimRight(t.String(), "\n"), "\n") + 1 }

func (t Spans) add(style Style, parts []string) Spans {
	s := strings.Join(parts, "")
	if s == "" {
		return t
	}
	n := len(t)
	if n > 0 && style == Plain && t[n-1].Style == Plain { // one span with the one before
		n, s = n-1, t[n-1].Text+s
	}
	longer := make(Spans, n+1) // never into an array that two texts share; append would double what it makes
	copy(longer, t[:n])
	longer[n] = Span{style, s}
	return longer
}

// Len counts the code points that Telegram counts.
func (t Spans) Len() int {
	n := 0
	for _, span := range t {
		n += utf8.RuneCountInString(span.Text)
	}
	return n
}

// String is the text without its styles.
func (t Spans) String() string {
	var b strings.Builder
	for _, span := range t {
		b.WriteString(span.Text)
	}
	return b.String()
}
