package reports

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"
)

// writers is one of each file, by name.
func writers() map[string]func(io.Writer) error {
	return map[string]func(io.Writer) error{
		"rekap.xlsx":        func(w io.Writer) error { return WriteRekap(w, sampleRekap(60)) },
		"rekap-kecil.xlsx":  func(w io.Writer) error { return WriteRekap(w, sampleRekap(4)) },
		"rekap-kosong.xlsx": func(w io.Writer) error { return WriteRekap(w, sampleRekap(0)) },
		"data.xlsx":         func(w io.Writer) error { return WriteData(w, sampleDaftaran(), slices.Values(sampleData(30))) },
		"cetak.pdf":         func(w io.Writer) error { return WriteCetak(w, sampleDaftaran(), slices.Values(sampleData(45))) },
		"cetak-satu.pdf":    func(w io.Writer) error { return WriteCetak(w, sampleDaftaran(), slices.Values(sampleData(1))) },
		"cetak-kosong.pdf":  func(w io.Writer) error { return WriteCetak(w, sampleDaftaran(), slices.Values(sampleData(0))) },
		"undangan.xlsx":     func(w io.Writer) error { return WriteUndangan(w, sampleUndangan(30, "siip_asn_contoh_bot")) },
		"undangan.pdf": func(w io.Writer) error {
			return WriteUndanganPDF(w, instansi, sampleUndangan(30, "siip_asn_contoh_bot"))
		},
		"undangan-kosong.pdf":  func(w io.Writer) error { return WriteUndanganPDF(w, instansi, nil) },
		"undangan-tanpa.pdf":   func(w io.Writer) error { return WriteUndanganPDF(w, instansi, sampleUndangan(3, "")) },
		"jejak.xlsx":           func(w io.Writer) error { return WriteJejak(w, instansi, made, slices.Values(sampleJejak(40))) },
		"templat-pegawai.xlsx": WriteTemplatePegawai,
		"templat-panduan.xlsx": WriteTemplatePanduan,
	}
}

// The same input gives the same bytes.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	for name, write := range writers() {
		first := bytesOf(t, write)
		if !bytes.Equal(bytesOf(t, write), first) {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
}

// Somebody who cannot take the file is told to the caller.
func TestWriteErrors(t *testing.T) {
	t.Parallel()
	for name, write := range writers() {
		if err := write(full{}); err == nil {
			t.Errorf("%s: no error from a full disk", name)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// Files can be made at the same time: the program answers many people.
func TestTogether(t *testing.T) {
	t.Parallel()
	var wg sync.WaitGroup
	for name, write := range writers() {
		wg.Go(func() {
			if err := write(io.Discard); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
	wg.Wait()
}

func TestSheetFull(t *testing.T) {
	s := &sheet[int]{last: excelize.TotalRows}
	if err := s.row(1); err == nil || !strings.Contains(err.Error(), "more than 1048576 rows") {
		t.Error(err)
	}
}
