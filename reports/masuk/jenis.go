package masuk

import (
	"io"
	"slices"

	"siip-asn/flow"
)

// Jenis tells which form a workbook is, by the names in row 1. What is neither is taken for one of pegawai, whose reader
// says what is missing.
func Jenis(r io.ReaderAt, size int64) flow.JenisBerkas {
	if slices.ContainsFunc(firstRow(r, size), func(c cell) bool { return flow.Key(c.Text) == flow.Key(panduanForm.Columns[0].Name) }) {
		return flow.BerkasPanduan
	}
	return flow.BerkasPegawai
}

// firstRow reads row 1 of the sheet of a form, or nothing from what is no workbook.
func firstRow(r io.ReaderAt, size int64) (first []cell) {
	var err error
	defer rescue(&err)
	u, err := openUpload(r, size)
	if err != nil {
		return nil
	}
	defer u.close()
	sheet, err := u.choose(panduanForm.Sheet)
	if err != nil {
		return nil
	}
	shape, err := u.survey(sheet)
	if err != nil {
		return nil
	}
	_ = u.rows(sheet, shape, func(n int, cells []cell) bool {
		if n == 1 {
			first = slices.Clone(cells)
		}
		return false
	})
	return first
}
