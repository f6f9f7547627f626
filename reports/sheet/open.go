package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
)

// FileMax is the largest file that is opened, in bytes: twice what a bot can fetch from Telegram.
const FileMax = 40 << 20

// File is a table file that has been opened.
type File struct {
	Sheets []Sheet // those that people see, in their order
	Hidden []Sheet // those that people do not see
	book   *book   // of an Excel workbook
	text   string  // of a CSV
	comma  byte
	peeked map[string][]Row // by the part of the sheet: what was looked into before
}

// Sheet is one table of a file.
type Sheet struct {
	Name string
	part string // of the workbook
}

// CSVSheet is the name under which the one table of a text file goes.
const CSVSheet = "CSV"

// Open looks what a file is and how it is built; no row is read yet. The error is an *Error.
func Open(r io.ReaderAt, size int64) (_ *File, err error) {
	defer rescue(&err)
	if size > FileMax {
		return nil, Refuse(nil, TooBig)
	}
	if size == 0 {
		return nil, Refuse(nil, noBytes)
	}
	head := make([]byte, 4096)
	n, err := r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, Refuse(err, damaged)
	}
	switch head = head[:n]; {
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return nil, Refuse(nil, "%s", oldOrLocked(io.NewSectionReader(r, 0, size)))
	case bytes.HasPrefix(head, []byte("PK")):
		return openBook(r, size)
	case begins(head, "<?xml"):
		return nil, Refuse(nil, xmlBook)
	case looksLikePage(head):
		return nil, Refuse(nil, webPage)
	}
	return openCSV(r, size, head)
}

// Rows reads the rows of a sheet in which something stands, in order, until visit says that it is enough. Cells of columns
// that want turns down stay empty: their texts are not looked at. The error is that of the context, or an *Error.
func (f *File) Rows(ctx context.Context, sheet Sheet, want func(column int) bool, visit func(Row) bool) (err error) {
	defer rescue(&err)
	if f.book == nil {
		return f.csvRows(ctx, want, visit)
	}
	return f.book.rows(ctx, sheet, want, visit)
}

// peekRows is how many rows are looked into at a time.
const peekRows = 20

// Peek gives the first n rows of a sheet in which something stands, or fewer.
func (f *File) Peek(ctx context.Context, sheet Sheet, n int) (list []Row, err error) {
	defer rescue(&err)
	if seen, known := f.peeked[sheet.part]; known {
		return seen[:min(n, len(seen))], nil
	}
	n = max(n, peekRows)
	if f.book != nil {
		list, err = f.book.peek(ctx, sheet, n)
	} else {
		lines := splitter{text: f.text[:min(len(f.text), peekMax)], comma: f.comma}
		err = f.rowsOf(ctx, lines, All, func(row Row) bool {
			list = append(list, Row{row.N, slices.Clone(row.Cells), row.Hidden})
			return len(list) < n
		})
	}
	if err == nil {
		f.peeked[sheet.part] = list
	}
	return list, err
}

// Merged lists the areas of merged cells of the sheet that was read to its end last, "A1:B2".
func (f *File) Merged() []string {
	if f.book == nil {
		return nil
	}
	return f.book.merged
}

// All wants every column.
func All(int) bool { return true }

func looksLikePage(head []byte) bool {
	return slices.ContainsFunc([]string{"<html", "<!doctype html", "<table", "<meta", "<head", "<style", "<div", "<body", "MIME-Version:"},
		func(tag string) bool { return begins(head, tag) })
}

// begins tells whether a text begins with a tag, behind its mark and spaces.
func begins(head []byte, tag string) bool {
	start := bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
	return len(start) >= len(tag) && strings.EqualFold(string(start[:len(tag)]), tag)
}

// oldOrLocked looks into the container that old workbooks and encrypted new ones share for the name that only the latter
// have, written in UTF-16.
func oldOrLocked(r io.Reader) string {
	b, err := io.ReadAll(io.LimitReader(r, FileMax))
	if err == nil && bytes.Contains(b, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
		return locked
	}
	return oldBook
}
