package masuk

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// beginRow insists on rows in order: otherwise two readers of the same file could see different rows.
func (s *surveyor) beginRow(number string) error {
	next := s.row + 1
	if number != "" {
		n, err := strconv.Atoi(number)
		if err != nil || n < next {
			return errShape
		}
		next = n
	}
	if next > excelize.TotalRows {
		return errShape
	}
	s.row, s.column = next, 0
	return nil
}

func (s *surveyor) beginCell(name, kind string) error {
	next := s.column + 1
	if name != "" {
		column, row, err := excelize.CellNameToCoordinates(name)
		if err != nil || row != s.row || column < next {
			return errShape
		}
		next = column
	}
	if next > excelize.MaxColumns || s.row == 0 {
		return errShape
	}
	s.column = next
	s.cell.kind, s.cell.value = kind, s.cell.value[:0]
	s.cell.inValue, s.cell.inline, s.cell.formula = false, false, false
	return nil
}

func (s *surveyor) finish(name string) error {
	switch name {
	case "v":
		s.cell.inValue = false
	case "c":
		if !s.below {
			return s.note(s.kind())
		}
	case "sheetData":
		s.below = true
	}
	return nil
}

// note writes down what a cell holds.
func (s *surveyor) note(k kind) error {
	if k == empty {
		return nil
	}
	if s.column > maxColumns {
		return refuse(nil, tooWide, s.sheet, maxColumns)
	}
	row := s.kinds[s.row]
	if row == nil {
		if len(s.kinds) > maxRows { // and the header row
			return refuse(nil, tooManyRows, s.sheet, maxRows)
		}
		row = new([maxColumns]kind)
		s.kinds[s.row] = row
	}
	row[s.column-1] = k
	if s.cell.kind == "s" {
		return s.needString()
	}
	return nil
}

func (s *surveyor) kind() kind {
	switch {
	case s.cell.formula:
		return computed
	case len(s.cell.value) == 0 && !s.cell.inline:
		return empty
	}
	switch s.cell.kind {
	case "b":
		return truth
	case "e":
		return mistake
	case "s", "str", "inlineStr", "d":
		return typed
	}
	if s.dates[s.cell.style] {
		return dated
	}
	return numeric
}

func (s *surveyor) needString() error {
	n, err := strconv.Atoi(strings.TrimSpace(string(s.cell.value)))
	if err != nil || n < 0 {
		return errShape
	}
	s.strings = max(s.strings, n+1)
	return nil
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
