package incoming

import (
	"bytes"
	"io"
	"testing"

	"siip-asn/reports/sample"
)

// The same template has the same bytes, and who cannot write it is told.
func TestTemplatSame(t *testing.T) {
	t.Parallel()
	for name, write := range map[string]func(io.Writer) error{"pegawai": WriteTemplatePegawai, "panduan": WriteTemplatePanduan} {
		if !bytes.Equal(bytesOf(t, write), bytesOf(t, write)) {
			t.Errorf("%s differs from one time to the next", name)
		}
		if write(full{}) == nil {
			t.Errorf("%s: no error from a full disk", name)
		}
	}
}

func TestNothingToRepair(t *testing.T) {
	t.Parallel()
	sample.Strict(t, bytesOf(t, WriteTemplatePegawai))
	sample.Strict(t, bytesOf(t, WriteTemplatePanduan))
	file := wrongBook(t)
	sample.Strict(t, bytesOf(t, func(w io.Writer) error { return salahOf(w, file) }))
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
