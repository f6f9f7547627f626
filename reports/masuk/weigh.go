package masuk

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"math"
	"path"
	"strings"
)

// excelize turns some parts into Go values as a whole, at a price of up to a few hundred bytes a tag. So the tags are
// counted first. Sheets are read row by row and have other limits (survey.go); the rest is never looked at.
const (
	bookTags   = 20_000
	styleTags  = 500_000
	stringTags = 1_200_000
	tagLength  = 64 << 10 // a tag is held in memory with all its attributes
)

// partKey is the name of a part as any reader may take it.
func partKey(name string) string {
	return strings.ToLower(path.Clean(strings.ReplaceAll(name, `\`, "/")))
}

func tagLimit(name string) int {
	switch name = partKey(name); {
	case name == "xl/sharedstrings.xml":
		return stringTags
	case name == "xl/styles.xml" || name == "xl/calcchain.xml" || strings.HasPrefix(name, "xl/theme/"):
		return styleTags
	case strings.HasPrefix(name, "xl/workbook") || strings.HasPrefix(name, "[content_types]"),
		strings.HasPrefix(name, "_rels/") || strings.HasPrefix(name, "xl/_rels/"):
		return bookTags
	}
	return math.MaxInt
}

// weigh reads a part to its end, which also proves that it is whole.
func weigh(part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return refuse(err, damaged)
	}
	defer r.Close()
	t := &tally{limit: tagLimit(part.Name), xml: isXML(part.Name)}
	if _, err := io.Copy(t, r); errors.Is(err, errHeavy) {
		return refuse(err, tooBig)
	} else if err != nil {
		return refuse(err, damaged)
	}
	return nil
}

// isXML tells what excelize may parse from pictures and the like.
func isXML(name string) bool {
	name = partKey(name)
	return !strings.Contains(name, "/media/") && (strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels"))
}

var errHeavy = errors.New("too many or too long tags")

// tally counts the tags that are written to it.
type tally struct {
	xml    bool
	limit  int
	tags   int
	inside bool // a tag
	length int  // of that tag so far
}

func (t *tally) Write(p []byte) (int, error) {
	for rest := p; t.xml && len(rest) > 0; {
		rest = t.step(rest)
		if t.tags > t.limit || t.inside && t.length > tagLength {
			return 0, errHeavy
		}
	}
	return len(p), nil
}

// step goes on behind the next bracket, or to the end.
func (t *tally) step(p []byte) []byte {
	if !t.inside {
		i := bytes.IndexByte(p, '<')
		if i < 0 {
			return nil
		}
		t.inside, t.tags, t.length = true, t.tags+1, 0
		return p[i+1:]
	}
	i := bytes.IndexByte(p, '>')
	if i < 0 {
		t.length += len(p)
		return nil
	}
	t.inside = t.length+i > tagLength // stays for the caller to see
	t.length += i
	return p[i+1:]
}
