package sheet

import (
	"strings"

	"siip-asn/flow/spelling"
)

// sharedStrings are the texts that cells name by number, all in one string: a cell's text is a part of it and costs
// nothing, however many cells name the same.
type sharedStrings struct {
	all    string
	starts []uint32 // of each text, and the end of the last
	long   map[int]bool
}

// sharedMost is how many there may be.
const sharedMost = 3_000_000

func (s *sharedStrings) at(i int) (text string, long, ok bool) {
	if i < 0 || i >= len(s.starts)-1 {
		return "", false, false
	}
	return s.all[s.starts[i]:s.starts[i+1]], s.long[i], true
}

// readStrings reads the shared strings, once, when the first sheet is read.
func (b *book) readStrings() error {
	if b.strings != nil {
		return nil
	}
	b.strings = &sharedStrings{starts: []uint32{0}, long: map[int]bool{}}
	if b.shared == "" || b.parts[b.shared] == nil {
		return nil
	}
	var all strings.Builder
	all.Grow(int(min(b.parts[b.shared].UncompressedSize64, stringsMax)))
	var text collector
	err := b.parts.scan(b.shared, stringsMax, func(s *scanner) error {
		if s.kind == opening && s.is("si") {
			text.reset()
		}
		text.take(s)
		if s.kind != closing || !s.is("si") {
			return nil
		}
		if len(b.strings.starts) > sharedMost {
			return errHeavy
		}
		all.WriteString(text.String())
		if text.long {
			b.strings.long[len(b.strings.starts)-1] = true
		}
		b.strings.starts = append(b.strings.starts, uint32(all.Len()))
		return nil
	})
	b.strings.all = all.String()
	return err
}

// collector puts together what stands in a cell that holds text: its pieces, without what tells how they are spoken.
type collector struct {
	buf    []byte
	inText bool
	spoken int // the depth of phonetic text
	long   bool
}

func (c *collector) reset() { *c = collector{buf: c.buf[:0]} }

func (c *collector) take(s *scanner) {
	switch {
	case s.kind == opening && s.is("rPh"):
		c.spoken++
	case s.kind == closing && s.is("rPh"):
		c.spoken--
	case s.kind == opening && s.is("t"):
		c.inText = c.spoken == 0
	case s.kind == closing && s.is("t"):
		c.inText = false
	case s.kind == chars && c.inText:
		c.add(s)
	}
}

func (c *collector) add(s *scanner) {
	if len(c.buf) < 4*CellMax {
		c.buf = s.appendText(c.buf)
	} else {
		c.long = true
	}
}

// String is the text on one line, at most CellMax characters of it.
func (c *collector) String() string {
	text := spelling.Tidy(unhex(c.buf))
	if len(text) > CellMax {
		if short := spelling.Clip(text, CellMax); short != text {
			c.long, text = true, short
		}
	}
	return text
}

// unhex resolves the way in which Excel writes characters that XML cannot: _x000D_.
func unhex(b []byte) string {
	text := string(b)
	i := strings.Index(text, "_x")
	if i < 0 {
		return text
	}
	var out strings.Builder
	for ; i >= 0; i = strings.Index(text, "_x") {
		out.WriteString(text[:i])
		text = text[i:]
		if r, ok := hexMark(text); ok {
			out.WriteRune(r)
			text = text[7:]
			continue
		}
		out.WriteString(text[:2])
		text = text[2:]
	}
	return out.String() + text
}

// hexMark reads "_x000D_" at the beginning of a text.
func hexMark(s string) (r rune, ok bool) {
	if len(s) < 7 || s[6] != '_' {
		return 0, false
	}
	for _, c := range []byte(s[2:6]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
