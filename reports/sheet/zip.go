package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
)

// Limits of a workbook. One of 100,000 pegawai, or of 20,000 with the seventy columns of SIASN, stays well within them.
const (
	partsMax   = 2000
	bookMax    = 4 << 20   // bytes of the parts that say what there is
	stylesMax  = 16 << 20  // bytes of the part with the number formats
	stringsMax = 40 << 20  // bytes of the part with the shared strings
	sheetMax   = 160 << 20 // bytes of a sheet
	peekMax    = 512 << 10 // bytes of a sheet that is only looked into
)

// parts are the parts of a workbook by their names as any reader may take them.
type parts map[string]*zip.File

func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

func openParts(r io.ReaderAt, size int64) (parts, error) {
	if err := countParts(r, size); err != nil {
		return nil, err
	}
	zr, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, Refuse(err, damaged)
	}
	if len(zr.File) > partsMax {
		return nil, Refuse(nil, TooBig)
	}
	list := parts{}
	for _, file := range zr.File {
		name := partKey(file.Name)
		switch _, twice := list[name]; {
		case file.Flags&1 != 0:
			return nil, Refuse(nil, locked)
		case twice: // two readers could take two different ones
			return nil, Refuse(nil, damaged)
		}
		list[name] = file
	}
	return list, nil
}

// countParts looks how many parts there are before a list of them is made: the marks that begin their entries.
func countParts(r io.ReaderAt, size int64) error {
	const mark = "PK\x01\x02"
	buf, n, kept := make([]byte, 64<<10), 0, 0
	for from := int64(0); from < size; {
		got, err := r.ReadAt(buf[kept:], from)
		if err != nil && !errors.Is(err, io.EOF) {
			return Refuse(err, damaged)
		}
		if n += bytes.Count(buf[:kept+got], []byte(mark)); n > 2*partsMax {
			return Refuse(nil, TooBig)
		}
		from += int64(got)
		whole := kept + got
		kept = copy(buf, buf[max(0, whole-len(mark)+1):whole])
		if got == 0 {
			break
		}
	}
	return nil
}

// open begins to read a part, which may have so many bytes. One that says that it has more is refused at once.
func (p parts) open(name string, most int64) (io.ReadCloser, error) {
	file := p[partKey(name)]
	if file == nil {
		return nil, Refuse(nil, damaged)
	}
	if file.UncompressedSize64 > uint64(most) {
		return nil, Refuse(nil, TooBig)
	}
	r, err := file.Open()
	if err != nil {
		return nil, Refuse(err, damaged)
	}
	return r, nil
}

// scan reads a part token by token. The visitor may end it with errEnough.
func (p parts) scan(name string, most int64, visit func(*scanner) error) error {
	r, err := p.open(name, most)
	if err != nil {
		return err
	}
	defer r.Close()
	return scanAll(r, visit)
}

func scanAll(r io.Reader, visit func(*scanner) error) error {
	s := newScanner(r)
	for {
		err := s.next()
		if err == nil {
			err = visit(s)
		}
		switch {
		case err == nil:
		case errors.Is(err, io.EOF), errors.Is(err, errEnough):
			return nil
		default:
			return wrong(err)
		}
	}
}

var errEnough = errors.New("enough")

// wrong makes of what came up while a part was read what is told of the file.
func wrong(err error) error {
	var known *Error
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, errHeavy):
		return Refuse(err, TooBig)
	}
	return Refuse(err, damaged)
}
