package text

import (
	"strconv"
	"strings"

	"siip-asn/bot/simulator/wire"
)

// htmlKinds are the tags and what they become. A span must be a spoiler.
var htmlKinds = map[string]string{
	"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
	"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
	"a": "text_link", "pre": "pre", "code": "code", "blockquote": "blockquote", "tg-emoji": "custom_emoji", "tg-time": "date_time",
}

func tagNameByte(c byte) bool { return !isSpace(c) && c != '>' }

func (p *htmlParser) startTag() error {
	from := p.pos
	p.pos++
	name := strings.ToLower(p.skip(tagNameByte))
	if p.pos == len(p.in) {
		return wire.Mistake("Unclosed start tag at byte offset %d", from)
	}
	if htmlKinds[name] == "" {
		return wire.Mistake("Unsupported start tag \"%s\" at byte offset %d", name, from)
	}
	tag := htmlTag{name: name, at: p.at, from: p.out.Len()}
	for p.peek() != '>' {
		if err := p.attribute(&tag, from); err != nil {
			return err
		}
	}
	p.pos++
	if name == "span" && tag.value != "spoiler" {
		return wire.Mistake("Tag \"span\" must have class \"tg-spoiler\" at byte offset %d", from)
	}
	p.open = append(p.open, tag)
	return nil
}

func (p *htmlParser) endTag() error {
	from := p.pos
	if len(p.open) == 0 {
		return wire.Mistake("Unexpected end tag at byte offset %d", from)
	}
	p.pos += len("</")
	name := strings.ToLower(p.skip(tagNameByte))
	p.skipSpace()
	if p.peek() != '>' {
		return wire.Mistake("Unclosed end tag at byte offset %d", from)
	}
	p.pos++
	tag := p.open[len(p.open)-1]
	if name != "" && name != tag.name {
		return wire.Mistake("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\"", from, tag.name, name)
	}
	p.open = p.open[:len(p.open)-1]
	if p.at > tag.at {
		return p.close(tag)
	}
	return nil
}

// close makes the entity of a tag that has ended and holds something.
func (p *htmlParser) close(tag htmlTag) error {
	e := wire.Entity{Type: htmlKinds[tag.name], Offset: tag.at, Length: p.at - tag.at}
	switch tag.name {
	case "a":
		if e = p.linkTo(e, tag); e.Type == "" {
			return nil // a link to nowhere is plain text
		}
	case "blockquote":
		if tag.value != "" {
			e.Type = "expandable_blockquote"
		}
	case "tg-emoji":
		if id, err := strconv.ParseInt(tag.value, 10, 64); err != nil || id == 0 {
			return wire.Mistake("Invalid custom emoji identifier specified")
		}
	case "tg-time":
		return nil // dates are not simulated
	case "pre", "code":
		e.Language = tag.value
		p.addCode(e)
		return nil
	}
	p.list = append(p.list, e)
	return nil
}

func (p *htmlParser) linkTo(e wire.Entity, tag htmlTag) wire.Entity {
	target := tag.value
	if target == "" {
		target = p.out.String()[tag.from:]
	}
	if id, ok := wire.UserLink(target); ok {
		e.Type, e.User = "text_mention", &wire.User{ID: id}
		return e
	}
	url, err := wire.CheckLink(target)
	if err != nil {
		return wire.Entity{}
	}
	e.URL = url
	return e
}

// addCode joins <pre><code class="language-x"> to one block, whichever of the two is outside.
func (p *htmlParser) addCode(e wire.Entity) {
	if last := len(p.list) - 1; last >= 0 {
		in := p.list[last]
		same := in.Offset == e.Offset && in.Length == e.Length && in.Type != e.Type && is(in, verbatim)
		if language := in.Language + e.Language; same && language != "" {
			p.list[last] = wire.Entity{Type: "pre", Offset: e.Offset, Length: e.Length, Language: language}
			return
		}
	}
	p.list = append(p.list, e)
}
