package sample_test

import (
	"bytes"
	"flag"
	"fmt"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"siip-asn/flow/rencana"
	"siip-asn/reports/cetak"
	"siip-asn/reports/laporan"
	"siip-asn/reports/picture"
	"siip-asn/reports/rekap"
	planbook "siip-asn/reports/rencana"
	"siip-asn/reports/sample"
)

// pictures is one of each picture, by name.
func pictures() map[string]func(io.Writer) error {
	all := map[string]func(io.Writer) error{}
	for _, c := range []struct{ n, opds int }{{0, 5}, {1, 1}, {16, 9}, {1500, 60}} {
		r := sample.Town(c.n, c.opds)
		all[fmt.Sprintf("rekap-%d-%d.png", c.n, c.opds)] = func(w io.Writer) error { return picture.Write(w, r) }
		all[fmt.Sprintf("opd-%d-%d.png", c.n, c.opds)] = func(w io.Writer) error { return picture.WriteOPD(w, r) }
	}
	few := sample.Town(16, 9)
	few.Trend.Baris = few.Trend.Baris[:4]
	all["rekap-pekan.png"] = func(w io.Writer) error { return picture.Write(w, few) }
	return all
}

func BenchmarkGambar(b *testing.B) {
	r := sample.Town(5000, 60)
	for b.Loop() {
		if err := picture.Write(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}

var update = flag.Bool("update", false, "keep pictures and pages as they are now")

// A change of a picture is seen.
func TestGambar(t *testing.T) {
	t.Parallel()
	for name, write := range pictures() {
		img, err := png.Decode(bytes.NewReader(sample.Bytes(t, write)))
		if err != nil {
			t.Fatal(err)
		}
		if b := img.Bounds(); b.Dx() != picture.Wide || b.Dx()+b.Dy() > 10_000 || b.Dy() > 20*b.Dx() {
			t.Errorf("%s: Telegram takes no picture of %v", name, b)
		}
		sample.Compare(t, name, img, *update)
		if !bytes.Equal(sample.Bytes(t, write), sample.Bytes(t, write)) {
			t.Errorf("%s is not the same twice", name)
		}
		if write(full{}) == nil {
			t.Errorf("%s: no error from a full disk", name)
		}
	}
}

// The picture of a busy office is as high as a phone.
func TestGambarHigh(t *testing.T) {
	r := sample.Town(1500, 60)
	img, err := png.Decode(bytes.NewReader(sample.Bytes(t, func(w io.Writer) error { return picture.Write(w, r) })))
	if err != nil || img.Bounds().Dy() < 1400 || img.Bounds().Dy() > 1700 || !picture.More(r) || picture.More(sample.Town(16, 9)) {
		t.Error(img.Bounds(), err)
	}
}

// papers is the report of each size, by name.
func papers() map[string]func(io.Writer) error {
	all := map[string]func(io.Writer) error{}
	for _, c := range []struct{ n, opds int }{{0, 5}, {1, 1}, {16, 9}, {1500, 60}} {
		r := sample.Town(c.n, c.opds)
		all[fmt.Sprintf("laporan-%d-%d.pdf", c.n, c.opds)] = func(w io.Writer) error { return laporan.Write(w, r, sample.Tanda()) }
	}
	return all
}

// cities are the large files of a city with strange names, by name.
func cities() map[string]func(io.Writer) error {
	city := sample.Town(1500, 60)
	return map[string]func(io.Writer) error{
		"rekap-kota.xlsx": func(w io.Writer) error { return rekap.Write(w, city, sample.Tanda()) },
		"cetak-kota.pdf": func(w io.Writer) error {
			return cetak.Write(w, sample.Header(), slices.Values(city.Data[:60]))
		},
	}
}

// A workbook of a city is one that Excel opens, and no name is printed as question marks.
func TestKota(t *testing.T) {
	t.Parallel()
	sample.Strict(t, sample.Bytes(t, cities()["rekap-kota.xlsx"]))
	pages := strings.Join(sample.Pages(t, sample.Bytes(t, cities()["cetak-kota.pdf"])), "\n")
	for _, want := range []string{"NIP 190101", "Muʼmin René", "SITI CONTOH"} {
		if !strings.Contains(pages, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(pages, "??") {
		t.Error("question marks for letters")
	}
}

func BenchmarkLaporan(b *testing.B) {
	r := sample.Town(5000, 60)
	for b.Loop() {
		if err := laporan.Write(io.Discard, r, sample.Tanda()); err != nil {
			b.Fatal(err)
		}
	}
}

// The workbooks of 100,000 usulan, with how much memory is in use at most.
func BenchmarkBuku(b *testing.B) {
	r, p := sample.Town(100_000, 60), plan(100_000, 60)
	for name, write := range map[string]func(io.Writer) error{
		"rekap":   func(w io.Writer) error { return rekap.Write(w, r, sample.Tanda()) },
		"rencana": func(w io.Writer) error { return planbook.Write(w, p) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := write(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for _, u := range rencana.Orders {
		b.Run("simulasi-"+string(u), func(b *testing.B) {
			for b.Loop() {
				rencana.Simulate(p.Baris, 100_000_000_000, u)
			}
		})
	}
}
