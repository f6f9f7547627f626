package text

import (
	"strings"

	"siip-asn/bot/simulator/wire"
)

// attribute reads one attribute of a tag that began at byte from, and keeps its value where it means something.
func (p *htmlParser) attribute(tag *htmlTag, from int) error {
	p.skipSpace()
	if p.peek() == '>' {
		return nil
	}
	name := p.skip(func(c byte) bool { return !isSpace(c) && !strings.ContainsRune("=>/\"'", rune(c)) })
	if name == "" {
		return wire.Mistake("Empty attribute name in the tag \"%s\" at byte offset %d", tag.name, from)
	}
	p.skipSpace()
	unclosed := wire.Mistake("Unclosed start tag \"%s\" at byte offset %d", tag.name, from)
	if p.pos == len(p.in) {
		return unclosed
	}
	if p.peek() != '=' {
		tag.keep(name, "1")
		return nil
	}
	p.pos++
	p.skipSpace()
	if p.pos == len(p.in) {
		return unclosed
	}
	value, err := p.attributeValue()
	if err != nil {
		return err
	}
	if p.pos == len(p.in) {
		return wire.Mistake("Unclosed start tag at byte offset %d", from)
	}
	tag.keep(name, value)
	return nil
}

func (p *htmlParser) attributeValue() (string, error) {
	if c := p.peek(); c == '"' || c == '\'' {
		p.pos++
		return p.quoted(c), nil
	}
	from := p.pos
	value := p.skip(func(c byte) bool { return wire.IsAlnum(c) || c == '.' || c == '-' })
	if p.pos < len(p.in) && !isSpace(p.peek()) && p.peek() != '>' {
		return "", wire.Mistake("Unexpected end of name token at byte offset %d", from)
	}
	return strings.ToLower(value), nil
}

func (p *htmlParser) quoted(end byte) string {
	var out strings.Builder
	for p.pos < len(p.in) && p.peek() != end {
		if p.peek() == '&' {
			if r, ok := p.reference(); ok {
				out.WriteRune(r)
				continue
			}
		}
		out.WriteByte(p.in[p.pos])
		p.pos++
	}
	if p.pos < len(p.in) {
		p.pos++
	}
	return out.String()
}

// keep notes the attributes that mean something.
func (t *htmlTag) keep(name, value string) {
	switch t.name + " " + name {
	case "a href", "tg-emoji emoji-id":
		t.value = value
	case "code class":
		if language, ok := strings.CutPrefix(value, "language-"); ok {
			t.value = language
		}
	case "span class":
		if class, ok := strings.CutPrefix(value, "tg-"); ok {
			t.value = class
		}
	case "blockquote expandable":
		t.value = "1"
	}
}
