package masuk

import (
	"io"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/reports/buku"
)

// WriteSalah gives a workbook back to who sent it: only the rows with faults, each with what is wrong in it and where,
// the wrong cells coloured; and a sheet with the list of all faults. Mended, its first sheet can be imported: the
// columns that it has more are passed over. It reads the workbook within the same limits as an import; an error is a
// *FileError unless it comes from w.
func WriteSalah(w io.Writer, r io.ReaderAt, size int64, list []flow.Fault) error {
	s, err := readSalah(r, size, list)
	if err != nil {
		return err
	}
	b, err := buku.New("Kesalahan pada berkas", buku.Undated)
	if err != nil {
		return err
	}
	if err := buku.Put(b, s.table()); err != nil {
		return err
	}
	if err := buku.Put(b, faultTable(list)); err != nil {
		return err
	}
	return b.Write(w)
}

// salah is what of a workbook is given back.
type salah struct {
	sheet   string
	reasons map[int][]string // by row
	wrong   map[string]bool  // cells
	head    []cell           // row 1
	rows    []salahRow
}

type salahRow struct {
	n     int
	cells []cell
}

func readSalah(r io.ReaderAt, size int64, list []flow.Fault) (_ *salah, err error) {
	defer rescue(&err)
	u, err := openUpload(r, size)
	if err != nil {
		return nil, err
	}
	defer u.close()
	s := &salah{reasons: map[int][]string{}, wrong: map[string]bool{}}
	s.note(list)
	if s.sheet, err = u.choose(s.sheet); err != nil {
		return nil, err
	}
	shape, err := u.survey(s.sheet)
	if err != nil {
		return nil, err
	}
	return s, u.rows(s.sheet, shape, func(n int, cells []cell) bool {
		if n == 1 {
			s.head = cells
		} else if len(s.reasons[n]) > 0 {
			s.rows = append(s.rows, salahRow{n, cells})
		}
		return true
	})
}

// note sorts the faults by row. They are all of one sheet: an import reads no other.
func (s *salah) note(list []flow.Fault) {
	for _, f := range list {
		s.sheet = f.Sheet
		_, n, err := excelize.CellNameToCoordinates(f.Cell)
		if err != nil {
			continue
		}
		s.wrong[f.Cell] = true
		s.reasons[n] = append(s.reasons[n], f.Cell+": "+f.Alasan)
	}
}
