package sample_test

import (
	"bytes"
	"io"
	"path"
	"slices"
	"sync"
	"testing"

	"siip-asn/reports/cetak"
	"siip-asn/reports/jejak"
	"siip-asn/reports/rekap"
	"siip-asn/reports/sample"
	"siip-asn/reports/undangan"
)

// writers is one of each file, by name.
func writers() map[string]func(io.Writer) error {
	return map[string]func(io.Writer) error{
		"rekap.xlsx":        func(w io.Writer) error { return rekap.Write(w, sample.Rekap(60), sample.Tanda()) },
		"rekap-kecil.xlsx":  func(w io.Writer) error { return rekap.Write(w, sample.Rekap(4), sample.Tanda()) },
		"rekap-kosong.xlsx": func(w io.Writer) error { return rekap.Write(w, sample.Rekap(0), sample.Tanda()) },
		"data.xlsx":         func(w io.Writer) error { return cetak.WriteData(w, sample.Header(), slices.Values(sample.Data(30))) },
		"cetak.pdf":         func(w io.Writer) error { return cetak.Write(w, sample.Header(), slices.Values(sample.Data(45))) },
		"cetak-satu.pdf":    func(w io.Writer) error { return cetak.Write(w, sample.Header(), slices.Values(sample.Data(1))) },
		"cetak-kosong.pdf":  func(w io.Writer) error { return cetak.Write(w, sample.Header(), slices.Values(sample.Data(0))) },
		"undangan.xlsx": func(w io.Writer) error {
			return undangan.Write(w, sample.Made, sample.Undangan(30, "siip_asn_contoh_bot"))
		},
		"undangan.pdf": func(w io.Writer) error {
			return undangan.WritePDF(w, sample.Instansi, sample.Made, sample.Undangan(30, "siip_asn_contoh_bot"))
		},
		"undangan-kosong.pdf": func(w io.Writer) error { return undangan.WritePDF(w, sample.Instansi, sample.Made, nil) },
		"undangan-tanpa.pdf": func(w io.Writer) error {
			return undangan.WritePDF(w, sample.Instansi, sample.Made, sample.Undangan(3, ""))
		},
		"jejak.xlsx": func(w io.Writer) error {
			return jejak.Write(w, sample.Instansi, sample.Made, sample.Tanda(), slices.Values(sample.Jejak(40)))
		},
	}
}

// The same input gives the same bytes.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	for name, write := range writers() {
		first := sample.Bytes(t, write)
		if !bytes.Equal(sample.Bytes(t, write), first) {
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

// Files can be Made at the same time: the program answers many people.
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

func TestNothingToRepair(t *testing.T) {
	t.Parallel()
	for name, write := range writers() {
		if path.Ext(name) == ".xlsx" {
			t.Run(name, func(t *testing.T) { sample.Strict(t, sample.Bytes(t, write)) })
		}
	}
}
