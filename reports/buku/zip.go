package buku

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
)

// sortParts writes a zip anew with its parts in order: excelize writes streamed sheets in the order of a map, and the
// same rekap is to have the same bytes. Nothing large is compressed twice.
func sortParts(w io.Writer, b []byte) error {
	zr, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return fmt.Errorf("sort parts: %w", err)
	}
	slices.SortFunc(zr.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	zw := zip.NewWriter(w)
	for _, part := range zr.File {
		if err := copyPart(zw, part); err != nil {
			return fmt.Errorf("sort parts: %w", err)
		}
	}
	return zw.Close()
}

// The name under which a streamed sheet leads to its chart, in full and as every reader knows it. excelize mends this itself
// where it does not stream, since some programs read no other.
var (
	fullName = []byte(`xmlns:relationships="http://schemas.openxmlformats.org/officeDocument/2006/relationships" relationships:id=`)
	usedName = []byte(`r:id=`)
)

// mendMost is how large a sheet may be to be mended: those with a chart are small.
const mendMost = 4 << 20

func copyPart(zw *zip.Writer, part *zip.File) error {
	if path.Dir(part.Name) != "xl/worksheets" || part.UncompressedSize64 > mendMost {
		return zw.Copy(part)
	}
	r, err := part.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if !bytes.Contains(text, fullName) {
		return zw.Copy(part)
	}
	w, err := zw.Create(part.Name)
	if err != nil {
		return err
	}
	_, err = w.Write(bytes.ReplaceAll(text, fullName, usedName))
	return err
}
