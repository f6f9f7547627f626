package text

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"siip-asn/bot/simulator/wire"
)

// htmlParser reads the HTML of the Bot API, which is its own small language: it knows few tags, every tag must be closed, and
// nothing is closed silently. Offsets in its errors count bytes, those in entities UTF-16 units.
type htmlParser struct {
	in   string
	pos  int
	out  strings.Builder
	at   int // UTF-16 units written
	open []htmlTag
	list []wire.Entity
	// broken tells that half of a surrogate pair was asked for.
	broken bool
}

// htmlTag is a tag that waits for its end.
type htmlTag struct {
	name  string
	value string // the href, the language, or a word that only has to be there
	at    int    // UTF-16
	from  int    // bytes of the output
}

// ParseHTML reads the markup of parse_mode HTML. What the real server refuses is refused in its words.
func ParseHTML(source string) (Styled, *wire.APIError) {
	p := &htmlParser{in: source}
	if err := p.run(); err != nil {
		return Styled{}, wire.Badf("Can't parse entities: %v", err)
	}
	return Styled{p.out.String(), p.list}, nil
}

func (p *htmlParser) run() error {
	for p.pos < len(p.in) {
		if err := p.step(); err != nil {
			return err
		}
	}
	if n := len(p.open); n > 0 {
		return wire.Mistake("Can't find end tag corresponding to start tag \"%s\"", p.open[n-1].name)
	}
	for i, e := range p.list {
		if e.Type == "code" {
			p.list[i].Language = "" // only a block has one
		}
	}
	if p.broken {
		return wire.Mistake("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")
	}
	return nil
}

func (p *htmlParser) step() error {
	switch {
	case p.peek() == '&':
		if r, ok := p.reference(); ok {
			p.write(r)
			return nil
		}
	case strings.HasPrefix(p.in[p.pos:], "</"):
		return p.endTag()
	case p.peek() == '<':
		return p.startTag()
	}
	r, size := utf8.DecodeRuneInString(p.in[p.pos:])
	p.pos += size
	p.write(r)
	return nil
}

func (p *htmlParser) write(r rune) {
	p.broken = p.broken || utf16.IsSurrogate(r)
	p.out.WriteRune(r)
	p.at += max(1, utf16.RuneLen(r))
}

// peek is the byte at the place, or 0 at the end.
func (p *htmlParser) peek() byte {
	if p.pos < len(p.in) {
		return p.in[p.pos]
	}
	return 0
}

// skip passes over bytes while they are of a kind.
func (p *htmlParser) skip(kind func(byte) bool) string {
	from := p.pos
	for p.pos < len(p.in) && kind(p.in[p.pos]) {
		p.pos++
	}
	return p.in[from:p.pos]
}

func (p *htmlParser) skipSpace() { p.skip(isSpace) }

func isSpace(c byte) bool {
	return c == ' ' || '\t' <= c && c <= '\v' || c == '\r' || c == 0
}
