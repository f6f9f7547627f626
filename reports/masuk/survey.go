package masuk

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// Limits of a sheet that is read.
const (
	maxRows    = 50_000
	maxColumns = 100
	maxTags    = 4_000_000 // forty filled columns in all rows allowed
	maxDepth   = 64
)

// shape is what a sheet holds where, without the values: which kind of cell stands where, and which cells are merged.
// It is taken in one pass over the XML, before excelize makes anything of it: a hundred kilobytes with one cell each in
// the last column of many rows would otherwise become gigabytes.
type shape struct {
	kinds   map[int]*[maxColumns]kind // rows that hold something, from 1 on
	merged  []string
	strings int // how many shared strings are needed at least
}

// surveyor takes the shape of a sheet.
type surveyor struct {
	sheet string
	dates map[string]bool // styles, see dateStyles
	shape
	row, column int
	depth, tags int
	below       bool // the rows are over
	cell        struct {
		kind    string // attribute t
		style   string // attribute s
		value   []byte
		inValue bool
		inline  bool
		formula bool
	}
}

var errShape = errors.New("rows or cells out of order")

// survey takes the shape of the sheet. The error is a *FileError.
func (u *upload) survey(sheet string) (*shape, error) {
	part, err := u.part(sheet)
	if err != nil {
		return nil, err
	}
	s := &surveyor{sheet: sheet, dates: dateStyles(u.f), shape: shape{kinds: map[int]*[maxColumns]kind{}}}
	d := xml.NewDecoder(bytes.NewReader(part))
	d.CharsetReader = u.f.CharsetReader
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return &s.shape, nil
		}
		if err == nil {
			err = s.take(token)
		}
		if file := (*FileError)(nil); errors.As(err, &file) {
			return nil, file
		}
		if err != nil {
			return nil, refuse(err, damaged)
		}
	}
}

func (s *surveyor) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		s.depth, s.tags = s.depth+1, s.tags+1
		if s.depth > maxDepth {
			return errShape
		}
		if s.tags > maxTags {
			return refuse(nil, tooBig)
		}
		return s.begin(t)
	case xml.CharData:
		if s.cell.inValue && len(s.cell.value) < 32 {
			s.cell.value = append(s.cell.value, bytes.TrimSpace(t)...)
		}
	case xml.EndElement:
		s.depth--
		return s.finish(t.Name.Local)
	}
	return nil
}

func (s *surveyor) begin(t xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		return s.beginRow(attribute(t, "r"))
	case "c":
		s.cell.style = attribute(t, "s")
		return s.beginCell(attribute(t, "r"), attribute(t, "t"))
	case "v":
		s.cell.inValue = true
	case "is":
		s.cell.inline = true
	case "f":
		s.cell.formula = true
	case "mergeCell":
		if len(s.merged) <= faultsMax {
			s.merged = append(s.merged, attribute(t, "ref"))
		}
	}
	return nil
}
