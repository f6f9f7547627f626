package masuk

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"

	"github.com/xuri/excelize/v2"
)

// Limits of an upload. A workbook of 50,000 pegawai stays well within them.
const (
	unzippedMax = 64 << 20
	partsMax    = 2000
)

// upload is a workbook of a stranger that has passed the guard.
type upload struct {
	f    *excelize.File
	book string // the part that lists the sheets
}

// openUpload opens a workbook if it is one, and if nothing in it is made to exhaust the program. The error is a
// *FileError.
func openUpload(r io.ReaderAt, size int64) (*upload, error) {
	zr, err := unzip(r, size)
	if err != nil {
		return nil, err
	}
	book, err := guard(zr)
	if err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(io.NewSectionReader(r, 0, size), excelize.Options{
		UnzipSizeLimit: unzippedMax, UnzipXMLSizeLimit: unzippedMax, RawCellValue: true,
	})
	if err != nil {
		return nil, refuse(err, damaged)
	}
	return &upload{f: f, book: book}, nil
}

func (u *upload) close() { _ = u.f.Close() }

// unzip tells a workbook from what people take for one.
func unzip(r io.ReaderAt, size int64) (*zip.Reader, error) {
	head := make([]byte, 8)
	n, err := r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, refuse(err, damaged)
	}
	switch head = head[:n]; {
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return nil, refuse(nil, "%s", oldOrLocked(io.NewSectionReader(r, 0, size)))
	case !bytes.HasPrefix(head, []byte("PK")):
		return nil, refuse(nil, notWorkbook)
	}
	zr, err := zip.NewReader(r, size)
	if err != nil {
		return nil, refuse(err, damaged)
	}
	return zr, nil
}

// oldOrLocked looks into the container that old workbooks and encrypted new ones share for the name that only the
// latter have, written in UTF-16.
func oldOrLocked(r io.Reader) string {
	b, err := io.ReadAll(io.LimitReader(r, unzippedMax))
	if err == nil && bytes.Contains(b, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
		return locked
	}
	return oldWorkbook
}
