package simulator

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxParams bounds everything of a request that is not a file.
const maxParams = 1 << 20

// params is what a call brought: every value as text, whatever way it came, and files. Of a name that comes twice the first
// counts.
type params struct {
	values map[string]string
	files  map[string]upload
	size   int
	// fileSize counts the bytes of all files, which may be maxFiles.
	fileSize, maxFiles int64
}

// upload is a file part of a multipart body.
type upload struct {
	name string
	data []byte
}

func newParams() params {
	return params{values: map[string]string{}, files: map[string]upload{}}
}

func (p *params) add(name, value string) {
	if _, ok := p.values[name]; !ok {
		p.values[name] = value
	}
}

func (p *params) addFile(name string, u upload) {
	if _, ok := p.files[name]; !ok {
		p.files[name] = u
	}
}

// weigh counts n more bytes of parameters.
func (p *params) weigh(n int) *apiError {
	p.size += n
	if p.size > maxParams {
		return tooLarge("too many parameters")
	}
	return nil
}

func (p params) text(name string) string { return p.values[name] }

func (p params) utf8(name string) (string, *apiError) {
	text := p.values[name]
	if !utf8.ValidString(text) {
		return "", bad("Strings must be encoded in UTF-8")
	}
	return text, nil
}

// boolean is true for true, yes and 1 only.
func (p params) boolean(name string) bool {
	switch strings.ToLower(strings.TrimSpace(p.values[name])) {
	case "true", "yes", "1":
		return true
	}
	return false
}

// integer never fails: what is out of bounds is clamped, and what is no number is 0.
func (p params) integer(name string, otherwise, low, high int64) int64 {
	value, ok := p.values[name]
	if !ok || value == "" {
		return otherwise
	}
	return min(max(leadingInteger(value), low), high)
}

// leadingInteger reads as many digits as there are, and is 0 when there are none.
func leadingInteger(s string) int64 {
	s = strings.TrimSpace(s)
	end := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '-' })
	if end >= 0 {
		s = s[:end]
	}
	n, _ := strconv.ParseInt(s, 10, 64)
	return n
}
