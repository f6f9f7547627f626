package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// scanner reads XML as it is in the parts of a workbook: tags and texts, one after the other, in one buffer. It is some
// ten times as fast as encoding/xml and allocates nothing. It knows no entities but XML's own and refuses a DOCTYPE.
type scanner struct {
	r        io.Reader
	buf      []byte
	pos, end int
	eof      bool
	depth    int

	kind  tokenKind
	name  []byte // of a tag, without its prefix
	attrs []byte // of an opening tag, as they stand there
	text  []byte // of a text: a piece of it, a long one comes in several
	raw   bool   // the text has no entities to be resolved (CDATA)
	alone bool   // the tag that was read last closes itself: its end is still to come
}

type tokenKind uint8

const (
	opening tokenKind = iota + 1
	closing
	chars
)

const (
	scanBuffer = 64 << 10 // a tag must fit in
	maxDepth   = 64
)

var (
	errXML   = errors.New("malformed part")
	errHeavy = errors.New("a tag is too long or too deep")
)

func newScanner(r io.Reader) *scanner { return &scanner{r: r, buf: make([]byte, scanBuffer)} }

// next reads the next token; io.EOF behind the last one. The slices are good until the next call.
func (s *scanner) next() error {
	if s.alone {
		s.alone, s.kind = false, closing
		s.depth--
		return nil
	}
	for {
		if s.pos == s.end && !s.fill() {
			if s.depth > 0 || s.err() != nil {
				return errors.Join(errXML, s.err())
			}
			return io.EOF
		}
		if s.buf[s.pos] != '<' {
			return s.chars()
		}
		done, err := s.markup()
		if done || err != nil {
			return err
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// err is why nothing more can be read, if it is not the end.
func (s *scanner) err() error {
	if f, ok := s.r.(failing); ok && !errors.Is(f.err, io.EOF) {
		return f.err
	}
	return nil
}

// fill brings more bytes into the buffer; false: there are no more, or no room for them.
func (s *scanner) fill() bool {
	if s.eof {
		return false
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.pos, s.end = 0, s.end-s.pos
	}
	for s.end < len(s.buf) {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		if err != nil {
			s.eof, s.r = true, failing{err}
		}
		if n > 0 || err != nil {
			return n > 0
		}
	}
	return false
}

// find is the place of what is looked for, from an offset behind pos on, with more read as long as there is room.
func (s *scanner) find(what string, from int) (int, error) {
	for {
		if i := bytes.Index(s.buf[s.pos+from:s.end], []byte(what)); i >= 0 {
			return from + i, nil
		}
		from = max(from, s.end-s.pos-len(what)+1)
		if !s.fill() {
			if s.eof {
				return 0, errors.Join(errXML, s.err())
			}
			return 0, errHeavy
		}
	}
}

func (s *scanner) chars() error {
	i := bytes.IndexByte(s.buf[s.pos:s.end], '<')
	for i < 0 && s.fill() {
		i = bytes.IndexByte(s.buf[s.pos:s.end], '<')
	}
	if i < 0 {
		i = s.end - s.pos
		if cut := bytes.LastIndexByte(s.buf[s.end-min(16, i):s.end], '&'); !s.eof && cut > 0 {
			i -= min(16, i) - cut // the buffer is full, and may end within an entity
		}
	}
	s.kind, s.raw, s.text = chars, false, s.buf[s.pos:s.pos+i]
	s.pos += i
	return nil
}

// markup reads what begins with a bracket. done is false for what is of no interest.
func (s *scanner) markup() (done bool, err error) {
	for s.end-s.pos < 9 && s.fill() {
	}
	head := s.buf[s.pos:s.end]
	switch {
	case bytes.HasPrefix(head, []byte("<?")):
		return false, s.skip("?>", 2)
	case bytes.HasPrefix(head, []byte("<!--")):
		return false, s.skip("-->", 4)
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		i, err := s.find("]]>", 9)
		if err != nil {
			return false, err
		}
		s.kind, s.raw, s.text = chars, true, s.buf[s.pos+9:s.pos+i]
		s.pos += i + 3
		return true, nil
	case bytes.HasPrefix(head, []byte("<!")):
		return false, errXML
	}
	return true, s.tag()
}

// skip passes over something that may be longer than the buffer.
func (s *scanner) skip(until string, from int) error {
	for {
		i, err := s.find(until, from)
		if err == nil {
			s.pos += i + len(until)
			return nil
		}
		if !errors.Is(err, errHeavy) {
			return err
		}
		s.pos, from = s.end-len(until)+1, 0
	}
}

func (s *scanner) tag() error {
	i, err := s.tagEnd()
	if err != nil {
		return err
	}
	inner := s.buf[s.pos+1 : s.pos+i]
	s.pos += i + 1
	if len(inner) > 0 && inner[0] == '/' {
		s.kind, s.name = closing, local(bytes.TrimSpace(inner[1:]))
		if s.depth--; s.depth < 0 {
			return errXML
		}
		return nil
	}
	if n := len(inner); n > 0 && inner[n-1] == '/' {
		s.alone, inner = true, inner[:n-1]
	}
	end := bytes.IndexAny(inner, " \t\r\n")
	if end < 0 {
		end = len(inner)
	}
	if s.kind, s.name, s.attrs = opening, local(inner[:end]), inner[end:]; len(s.name) == 0 {
		return errXML
	}
	if s.depth++; s.depth > maxDepth {
		return errHeavy
	}
	return nil
}

// tagEnd finds the bracket that closes a tag, outside of the values of its attributes.
func (s *scanner) tagEnd() (int, error) {
	from, quote := 1, byte(0)
	for {
		for i, c := range s.buf[s.pos+from : s.end] {
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '>':
				return from + i, nil
			case c == '<':
				return 0, errXML
			}
		}
		from = s.end - s.pos
		if !s.fill() {
			if s.eof {
				return 0, errors.Join(errXML, s.err())
			}
			return 0, errHeavy
		}
	}
}

// local is a name without its prefix.
func local(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

// is tells whether the tag has this name.
func (s *scanner) is(name string) bool { return string(s.name) == name }

// attr is the value of an attribute of the opening tag, with its entities resolved; "" without it.
func (s *scanner) attr(name string) string {
	v := s.attrRaw(name)
	if bytes.IndexByte(v, '&') < 0 {
		return string(v)
	}
	return string(unescape(nil, v))
}

func (s *scanner) attrRaw(name string) []byte {
	for rest := s.attrs; ; {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := local(bytes.TrimSpace(rest[:eq]))
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : 1+end]
		}
		rest = rest[end+2:]
	}
}

// appendText adds the text of the token, with its entities resolved.
func (s *scanner) appendText(to []byte) []byte {
	if s.raw || bytes.IndexByte(s.text, '&') < 0 {
		return append(to, s.text...)
	}
	return unescape(to, s.text)
}

var entities = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

// unescape resolves entities; what is none stays as it stands there.
func unescape(to, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(to, text...)
		}
		to, text = append(to, text[:i]...), text[i:]
		end := bytes.IndexByte(text[:min(len(text), 12)], ';')
		r, ok := rune(0), false
		if end > 0 {
			r, ok = entity(string(text[1:end]))
		}
		if !ok {
			to, text = append(to, '&'), text[1:]
			continue
		}
		to, text = utf8.AppendRune(to, r), text[end+1:]
	}
}

func entity(name string) (rune, bool) {
	if r, ok := entities[name]; ok {
		return r, true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return 0, false
	}
	return rune(n), true
}
