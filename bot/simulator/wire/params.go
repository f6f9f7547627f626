package wire

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxParams bounds everything of a request that is not a file.
const maxParams = 1 << 20

// Params is what a call brought: every value as text, whatever way it came, and files. Of a name that comes twice the first
// counts.
type Params struct {
	Values map[string]string
	Files  map[string]Upload
	size   int
	// fileSize counts the bytes of all files, which may be maxFiles.
	fileSize, maxFiles int64
}

// Upload is a file part of a multipart body.
type Upload struct {
	Name string
	Data []byte
}

// NewParams has no parameters yet.
func NewParams() Params {
	return Params{Values: map[string]string{}, Files: map[string]Upload{}}
}

// Add adds a parameter; the first of a name counts.
func (p *Params) Add(name, value string) {
	if _, ok := p.Values[name]; !ok {
		p.Values[name] = value
	}
}

func (p *Params) addFile(name string, u Upload) {
	if _, ok := p.Files[name]; !ok {
		p.Files[name] = u
	}
}

// weigh counts n more bytes of parameters.
func (p *Params) weigh(n int) *APIError {
	p.size += n
	if p.size > maxParams {
		return TooLarge("too many parameters")
	}
	return nil
}

// Text is empty when there is no such parameter.
func (p Params) Text(name string) string { return p.Values[name] }

// UTF8 is a text that must be valid UTF-8, else the call is refused.
func (p Params) UTF8(name string) (string, *APIError) {
	text := p.Values[name]
	if !utf8.ValidString(text) {
		return "", Bad("Strings must be encoded in UTF-8")
	}
	return text, nil
}

// Boolean is true for true, yes and 1 only.
func (p Params) Boolean(name string) bool {
	switch strings.ToLower(strings.TrimSpace(p.Values[name])) {
	case "true", "yes", "1":
		return true
	}
	return false
}

// Integer never fails: what is out of bounds is clamped, and what is no number is 0.
func (p Params) Integer(name string, otherwise, low, high int64) int64 {
	value, ok := p.Values[name]
	if !ok || value == "" {
		return otherwise
	}
	return min(max(LeadingInteger(value), low), high)
}

// LeadingInteger reads as many digits as there are, and is 0 when there are none.
func LeadingInteger(s string) int64 {
	s = strings.TrimSpace(s)
	end := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '-' })
	if end >= 0 {
		s = s[:end]
	}
	n, _ := strconv.ParseInt(s, 10, 64)
	return n
}
