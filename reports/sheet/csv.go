package sheet

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"siip-asn/flow/spelling"
)

// openCSV takes a text file for a table if it can be one.
func openCSV(r io.ReaderAt, size int64, head []byte) (*File, error) {
	wide := bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
	if size == 0 || bytes.HasPrefix(head, []byte("%PDF")) || bytes.HasPrefix(head, []byte(`{\rtf`)) || !wide && binaryBytes(head) {
		return nil, Refuse(nil, notTable)
	}
	b, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	if err != nil {
		return nil, Refuse(err, damaged)
	}
	text := decode(b)
	f := &File{Sheets: []Sheet{{Name: CSVSheet}}, text: text, peeked: map[string][]Row{}}
	f.comma, f.text = separator(text)
	return f, nil
}

// binaryBytes tells what no text has in it.
func binaryBytes(b []byte) bool {
	return bytes.ContainsFunc(b, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' })
}

// decode reads the text in the encoding in which it is: UTF-8 or UTF-16 with their mark, UTF-8 without, else Windows-1252,
// in which Excel saves.
func decode(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(b[3:]), "\ufffd")
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return decodeWide(b[2:], binary.LittleEndian)
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return decodeWide(b[2:], binary.BigEndian)
	case utf8.Valid(b):
		return string(b)
	}
	var out strings.Builder
	out.Grow(len(b) + len(b)/8)
	for _, c := range b {
		switch {
		case c >= 0x80 && c < 0xa0:
			out.WriteRune(windows1252[c-0x80])
		default:
			out.WriteRune(rune(c))
		}
	}
	return out.String()
}

func decodeWide(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// windows1252 are the characters 0x80 to 0x9f, where it differs from Latin-1.
var windows1252 = []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")

// separator finds what parts the columns: what "sep=" names, or that which makes the most of them in the first lines.
func separator(text string) (byte, string) {
	if line, behind, ok := strings.Cut(text, "\n"); ok && len(line) >= 5 && len(line) <= 6 && strings.EqualFold(line[:4], "sep=") {
		return line[4], behind
	}
	best, comma := 0, byte(',')
	for _, c := range []byte(";\t,|") {
		widest, lined := 0, 0 // the columns of the widest line, and how many lines have as many
		lines := splitter{text: text[:min(len(text), 256<<10)], comma: c}
		for range 15 {
			fields, err := lines.next()
			if err != nil || fields == nil {
				break
			}
			if len(fields) > widest {
				widest, lined = len(fields), 0
			}
			if len(fields) == widest {
				lined++
			}
		}
		if score := 100*widest + lined; widest > 1 && score > best {
			best, comma = score, c
		}
	}
	return comma, text
}

func (f *File) csvRows(ctx context.Context, want func(int) bool, visit func(Row) bool) error {
	return f.rowsOf(ctx, splitter{text: f.text, comma: f.comma}, want, visit)
}

func (f *File) rowsOf(ctx context.Context, lines splitter, want func(int) bool, visit func(Row) bool) error {
	row := Row{Cells: make([]Cell, ColumnsMax)}
	for filled := 0; ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		lines.skipEmpty()
		fields, err := lines.next()
		if err != nil || fields == nil {
			return err
		}
		row.N = lines.row
		cells := row.Cells[:min(len(fields), ColumnsMax)]
		for i := range cells {
			cells[i] = Cell{}
			if want(i) {
				cells[i] = fieldCell(fields[i])
			}
		}
		if row.Cells = row.Cells[:cap(row.Cells)]; (Row{Cells: cells}).Blank() {
			continue
		}
		if filled++; filled > RowsMax+aboveMax {
			return Refuse(nil, tooManyRows, CSVSheet, RowsMax)
		}
		if !visit(Row{N: row.N, Cells: cells}) {
			return nil
		}
	}
}

// fieldCell is a field as people mean it; ="0123" is how programs make Excel take digits as text.
func fieldCell(s string) Cell {
	if len(s) > 4*CellMax {
		s = s[:4*CellMax]
	}
	s = spelling.Tidy(s)
	if len(s) > 3 && strings.HasPrefix(s, `="`) && strings.HasSuffix(s, `"`) {
		s = spelling.Tidy(s[2 : len(s)-1])
	}
	short := s
	if len(s) > CellMax {
		short = spelling.Clip(s, CellMax)
	}
	return typed(short, short != s)
}

// splitter parts a text into rows and fields (RFC 4180, and what programs make of it).
type splitter struct {
	text   string
	comma  byte
	row    int // of the fields that were read last, from 1 on
	fields []string
}

// skipEmpty passes over lines in which nothing stands.
func (s *splitter) skipEmpty() {
	for {
		switch {
		case strings.HasPrefix(s.text, "\n"):
			s.text = s.text[1:]
		case strings.HasPrefix(s.text, "\r\n"):
			s.text = s.text[2:]
		default:
			return
		}
		s.row++
	}
}

// next reads one row; nil behind the last one. The slice is good until the next call.
func (s *splitter) next() ([]string, error) {
	if s.text == "" {
		return nil, nil
	}
	s.row++
	s.fields = s.fields[:0]
	for {
		field, ended, err := s.field()
		if err != nil {
			return nil, err
		}
		if len(s.fields) <= ColumnsMax {
			s.fields = append(s.fields, field)
		}
		if ended {
			return s.fields, nil
		}
	}
}

// field reads up to the next separator, or to the end of the row.
func (s *splitter) field() (field string, ended bool, err error) {
	if strings.HasPrefix(s.text, `"`) {
		if field, err = s.quoted(); err != nil {
			return "", false, err
		}
	}
	i := 0
	for i < len(s.text) && s.text[i] != s.comma && s.text[i] != '\n' && s.text[i] != '\r' {
		i++
	}
	if i == len(s.text) {
		field += s.text
		s.text = ""
		return field, true, nil
	}
	field += s.text[:i]
	if s.text[i] == s.comma {
		s.text = s.text[i+1:]
		return field, false, nil
	}
	if strings.HasPrefix(s.text[i:], "\r\n") {
		i++
	}
	s.text = s.text[i+1:]
	return field, true, nil
}

// quoted reads what stands between quotes, where two of them are one.
func (s *splitter) quoted() (string, error) {
	var b strings.Builder
	rest := s.text[1:]
	for {
		i := strings.IndexByte(rest, '"')
		if i < 0 {
			return "", Refuse(nil, openQuote, s.row)
		}
		b.WriteString(rest[:i])
		rest = rest[i+1:]
		if !strings.HasPrefix(rest, `"`) {
			s.text = rest
			return b.String(), nil
		}
		b.WriteByte('"')
		rest = rest[1:]
	}
}
