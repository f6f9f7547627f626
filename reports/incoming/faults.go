package incoming

import (
	"context"
	"fmt"
	"io"
	"iter"
	"path"
	"slices"
	"strings"

	"siip-asn/flow/imports"
	"siip-asn/flow/spelling"
	"siip-asn/reports/form"
	"siip-asn/reports/sheet"
	"siip-asn/reports/workbook"
)

// WriteFaults gives a table back to who sent it: all its rows, those with faults first, each with what is wrong in it and
// where it stood, the wrong cells coloured; and a sheet with the list of all faults. Mended, its first sheet is the whole
// file: the columns that it has more are passed over. isi is what Read said of the same file. It reads the file within the
// same limits as an import; an error is that of the context or a *FileError, unless it comes from w.
func WriteFaults(ctx context.Context, w io.Writer, r io.ReaderAt, size int64, isi Contents) error {
	s := &mending{ctx: ctx, head: isi.head, understood: isi.Understood, reasons: map[int][]string{}, wrong: map[string]bool{}}
	s.note(isi.Faults)
	var err error
	if s.file, err = sheet.Open(r, size); err != nil {
		return err
	}
	if err := s.collect(); err != nil {
		return err
	}
	b, err := workbook.New("Kesalahan pada berkas", workbook.Undated)
	if err != nil {
		return err
	}
	if err := workbook.Put(b, s.table()); err != nil {
		return err
	}
	if s.err != nil {
		return s.err
	}
	if err := workbook.Put(b, faultTable(isi.Faults)); err != nil {
		return err
	}
	return b.Write(w)
}

// FaultsName is the name under which a file goes back: it is a workbook, whatever it was.
func FaultsName(name string) string {
	return "Kesalahan_" + strings.TrimSuffix(name, path.Ext(name)) + ".xlsx"
}

// mending is a table while it is given back.
type mending struct {
	ctx        context.Context
	file       *sheet.File
	head       form.Head
	understood imports.Understood
	reasons    map[int][]string // by row
	wrong      map[string]bool  // cells
	rows       []mendingRow     // those with faults
	text       int              // bytes written so far
	err        error
}

type mendingRow struct {
	n     int
	cells []sheet.Cell
}

// note sorts the faults by row. They are all of one sheet: an import reads no other.
func (s *mending) note(list []imports.Fault) {
	for _, f := range list {
		if _, n, ok := form.Position(f.Cell); ok {
			s.wrong[f.Cell] = true
			s.reasons[n] = append(s.reasons[n], f.Cell+": "+f.Reason)
		}
	}
}

// each visits the rows of the table: those below the header, and above what stands below the table.
func (s *mending) each(visit func(mendingRow) bool) error {
	if len(s.head.At) == 0 {
		return nil // no column is known: there is nothing that could be mended row by row
	}
	return s.file.Rows(s.ctx, s.head.Sheet, sheet.All, func(row sheet.Row) bool {
		switch {
		case row.N <= s.head.Last:
			return true
		case s.understood.BelowFrom > 0 && row.N >= s.understood.BelowFrom:
			return false
		}
		return visit(mendingRow{row.N, row.Cells})
	})
}

// collect reads the rows with faults.
func (s *mending) collect() error {
	return s.each(func(row mendingRow) bool {
		if len(s.reasons[row.n]) > 0 {
			s.rows = append(s.rows, mendingRow{row.n, slices.Clone(row.cells)})
		}
		return true
	})
}

// all gives the rows with faults, then the others as they are read once more.
func (s *mending) all() iter.Seq[mendingRow] {
	return func(yield func(mendingRow) bool) {
		for _, row := range s.rows {
			if !yield(row) {
				return
			}
		}
		s.err = s.each(func(row mendingRow) bool { return len(s.reasons[row.n]) > 0 || yield(row) })
	}
}

// Texts go back as they came, up to a budget: a table made to be large in it goes back with shortened cells.
const (
	mendingMax   = 48 << 20 // bytes
	mendingShort = 300      // characters of a cell beyond that
	wrongMost    = 1000     // characters of a wrong cell, which stands on several lines
)

// shows is the text of a cell as it goes back.
func (s *mending) shows(c sheet.Cell) string {
	text := c.Text
	if text == "" {
		text = c.Raw
	}
	if s.text += len(text); s.text > mendingMax {
		return shorten(text, mendingShort)
	}
	return text
}

// shorten is spelling.Clip for texts of any length: it looks at no more of one than can be in n characters.
func shorten(text string, n int) string {
	if len(text) > 4*n+4 {
		text = strings.ToValidUTF8(text[:4*n+4], "")
	}
	return spelling.Clip(text, n)
}

func (s *mending) title(i int) string {
	if s.head.Titles[i] == "" {
		return fmt.Sprintf("Kolom %d", i+1)
	}
	return s.head.Titles[i]
}
