package text

import (
	"strconv"
	"unicode/utf8"

	"siip-asn/bot/simulator/wire"
)

var htmlReferences = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"'}

// reference reads a character reference at an ampersand. The semicolon may be missing. What is none is left as it stands.
func (p *htmlParser) reference() (rune, bool) {
	start := p.pos
	p.pos++
	var r rune
	if p.peek() == '#' {
		r = p.number(start)
	} else {
		r = htmlReferences[p.skip(wire.IsAlpha)]
	}
	if r == 0 {
		p.pos = start
		return 0, false
	}
	if p.peek() == ';' {
		p.pos++
	}
	return r, true
}

func (p *htmlParser) number(start int) rune {
	p.pos++
	base, kind := 10, wire.IsDigit
	if p.peek() == 'x' {
		base, kind = 16, wire.IsHex
		p.pos++
	}
	n, err := strconv.ParseUint(p.skip(kind), base, 32)
	if err != nil || n >= utf8.MaxRune || p.pos-start >= 10 {
		return 0
	}
	return rune(n)
}
