package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"slices"

	"github.com/xuri/excelize/v2"
)

// parts takes the parts of a workbook from excelize, packed as they come, until all are there: excelize gives streamed
// sheets in the order of a map, and the same rekap is to have the same bytes. It is an excelize.ZipWriter.
type parts struct {
	list []*part
	pack *flate.Writer // of the newest
}

// part is one file inside a workbook.
type part struct {
	name   string
	packed bytes.Buffer
	sum    hash.Hash32
	size   uint64
	held   []byte // what may have to be mended, while it is small enough
	holds  bool
	pack   *flate.Writer
}

// packLevel packs a sheet of 100,000 rows with two thirds of the work of the usual level, into a file that is a seventh
// larger.
const packLevel = 4

// The name under which a streamed sheet leads to its chart, in full and as every reader knows it. excelize mends this itself
// where it does not stream, since some programs read no other.
var (
	fullName = []byte(`xmlns:relationships="http://schemas.openxmlformats.org/officeDocument/2006/relationships" relationships:id=`)
	usedName = []byte(`r:id=`)
)

// mendMost is how large a sheet may be to be mended: those with a chart are small.
const mendMost = 4 << 20

var _ excelize.ZipWriter = (*parts)(nil)

// Create begins a part; the one before is complete.
func (p *parts) Create(name string) (io.Writer, error) {
	if err := p.Close(); err != nil {
		return nil, err
	}
	next := &part{name: name, sum: crc32.NewIEEE(), holds: path.Dir(name) == "xl/worksheets"}
	if p.pack == nil {
		p.pack, _ = flate.NewWriter(&next.packed, packLevel) // it refuses other levels only
	}
	p.pack.Reset(&next.packed)
	next.pack = p.pack
	p.list = append(p.list, next)
	return next, nil
}

// AddFS is what nobody needs here.
func (p *parts) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close ends the newest part.
func (p *parts) Close() error {
	if len(p.list) == 0 {
		return nil
	}
	return p.list[len(p.list)-1].end()
}

func (p *part) Write(b []byte) (int, error) {
	if !p.holds {
		return p.add(b)
	}
	p.held = append(p.held, b...)
	if len(p.held) > mendMost {
		return len(b), p.release()
	}
	return len(b), nil
}

// release packs what is held, as it is.
func (p *part) release() error {
	_, err := p.add(p.held)
	p.held, p.holds = nil, false
	return err
}

func (p *part) add(b []byte) (int, error) {
	p.sum.Write(b)
	p.size += uint64(len(b))
	return p.pack.Write(b)
}

// end packs the rest; a part may be ended twice.
func (p *part) end() error {
	if p.pack == nil {
		return nil
	}
	if p.holds {
		p.held = bytes.ReplaceAll(p.held, fullName, usedName)
	}
	err := errors.Join(p.release(), p.pack.Close())
	p.pack = nil
	return err
}

// write writes the parts in the order of their names.
func (p *parts) write(w io.Writer) error {
	slices.SortFunc(p.list, func(a, b *part) int { return cmp.Compare(a.name, b.name) })
	zw := zip.NewWriter(w)
	for _, part := range p.list {
		raw, err := zw.CreateRaw(&zip.FileHeader{
			Name: part.name, Method: zip.Deflate, CRC32: part.sum.Sum32(),
			CompressedSize64: uint64(part.packed.Len()), UncompressedSize64: part.size,
		})
		if err != nil {
			return fmt.Errorf("part %s: %w", part.name, err)
		}
		if _, err := raw.Write(part.packed.Bytes()); err != nil {
			return fmt.Errorf("part %s: %w", part.name, err)
		}
	}
	return zw.Close()
}
