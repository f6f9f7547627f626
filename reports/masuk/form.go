package masuk

import "io"

// form is a workbook that people fill in. It serves the template, the import and the workbook with the faults.
type form[T any] struct {
	Sheet    string
	Columns  []column[T]      // the first one holds what no two rows may share
	Key      func(T) string   // that, in the form in which it is compared
	Place    func(*T, string) // notes in the row where it stands
	Examples []T
}

// reading is a form while it is read.
type reading[T any] struct {
	form   form[T]
	sheet  string
	has    map[string]bool   // names of the columns that are there
	at     map[int]int       // which column of the form stands in a column of the sheet
	rows   []T               // those without a fault
	wrong  int               // those with one
	misled bool              // the header is wrong or cells are merged: no row can be trusted
	seen   map[string]string // key → the cell in which it stands
	faults faults
}

// read reads a filled-in form. An error is a *FileError.
func (f form[T]) read(r io.ReaderAt, size int64) (_ *reading[T], err error) {
	defer rescue(&err)
	u, err := openUpload(r, size)
	if err != nil {
		return nil, err
	}
	defer u.close()
	sheet, err := u.choose(f.Sheet)
	if err != nil {
		return nil, err
	}
	rd := &reading[T]{form: f, sheet: sheet, has: map[string]bool{}, at: map[int]int{}, seen: map[string]string{}}
	rd.faults.sheet = sheet
	return rd, rd.all(u)
}

func (rd *reading[T]) all(u *upload) error {
	s, err := u.survey(rd.sheet)
	if err != nil {
		return err
	}
	rd.header(nil) // until row 1 is seen
	err = u.rows(rd.sheet, s, func(n int, cells []cell) bool {
		if n == 1 {
			rd.header(cells)
			rd.merged(s.merged)
			rd.misled = len(rd.faults.list) > 0
			return len(rd.has) > 0
		}
		rd.row(n, cells)
		return !rd.faults.more
	})
	if err == nil && len(rd.rows) == 0 && len(rd.faults.list) == 0 {
		err = refuse(nil, noRows, rd.sheet)
	}
	return err
}
