package cetak

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/daftar"
	"siip-asn/flow/identitas"
	"siip-asn/flow/kalender"
	"siip-asn/reports/paper"
	"siip-asn/reports/sample"
)

func cetakPages(t testing.TB, d cetakan.Header, data []daftar.Baris) []string {
	t.Helper()
	return sample.Pages(t, sample.Bytes(t, func(w io.Writer) error { return Write(w, d, slices.Values(data)) }))
}

func TestCetak(t *testing.T) {
	data := sample.Data(45)
	pages := cetakPages(t, sample.Header(), data)
	for _, want := range []string{
		strings.ToUpper(sample.Instansi), Title, "Filter: OPD: Dinas Pemberdayaan", "Jumlah: 45 usulan",
		"Dicetak 23 November 2026 pukul 10.15 WIB", "Nguyễn Thị Ánh Hồng", "ŁUKASZ ŻÓŁĆ", "Şükrü Iğdır", "Þórður Æsa Ðöð",
		"NIP: " + string(data[0].NIP), "02/01/2026", "=HYPERLINK",
	} {
		if !strings.Contains(strings.Join(pages, "\n"), want) {
			t.Errorf("no %q", want)
		}
	}
	for i, page := range pages {
		if !strings.Contains(page, fmt.Sprintf("Halaman %d dari %d", i+1, len(pages))) || !strings.Contains(page, "Usulan Diklat") {
			t.Errorf("page %d has no number or no header row", i+1)
		}
		if signed := strings.Contains(page, "RATNA CONTOH"); signed != (i == len(pages)-1) {
			t.Errorf("page %d signed: %v", i+1, signed)
		}
	}
	for n := range 45 {
		if !strings.Contains(strings.Join(pages, "\n"), string(data[n].NIP)) {
			t.Errorf("row %d is not printed", n+1)
		}
	}
}

// The signature is never alone on a page, for any number of rows.
func TestCetakSignature(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 9; n++ {
		pages := cetakPages(t, sample.Header(), sample.Data(n))
		last := pages[len(pages)-1]
		if !strings.Contains(last, "RATNA CONTOH") || !strings.Contains(last, "NIP: 1901") {
			t.Errorf("%d rows: the signature stands alone", n)
		}
	}
}

func TestCetakEmpty(t *testing.T) {
	pages := cetakPages(t, cetakan.Header{Aturan: sample.Aturan(), Dibuat: sample.Made}, nil)
	if len(pages) != 1 || !strings.Contains(pages[0], "Tidak ada usulan.") || !strings.Contains(pages[0], "Semua usulan") {
		t.Error(pages)
	}
}

// Whatever people write, a row fits on a page and the program goes on.
func TestCetakStrange(t *testing.T) {
	d := cetakan.Header{Aturan: flow.Aturan{Instansi: strings.Repeat("KANTOR ", 60)}, Dibuat: sample.Made, Saringan: []string{strings.Repeat("x", 3000)}}
	var data []daftar.Baris
	for _, text := range []string{
		strings.Repeat("panjang ", 2000), strings.Repeat("M", 5000), "\x00\x1b\u202e", "中文 العربية 😀 \U0010ffff", "\xff", "a\u0301e\u0323\u0302", "",
	} {
		data = append(data, daftar.Baris{
			Nama: text, Jabatan: text, OPD: text, Rekomendasi: text, Diklat: text, NIP: identitas.NIP(text), TanggalUsul: kalender.Tanggal(text),
		})
	}
	if pages := cetakPages(t, d, data); len(pages) < 2 || !strings.Contains(pages[len(pages)-1], "Mengetahui,") {
		t.Errorf("%d pages", len(pages))
	}
}

// Pages hold all rows in order, none too many for the room, and the tail fits behind the last.
func TestPaginate(t *testing.T) {
	const first, rest, tail = 100.0, 140.0, 45.0
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		heights := make([]float64, random.IntN(40))
		for i := range heights {
			heights[i] = 5 + 40*random.Float64()
		}
		pages := paper.Paginate(heights, first, rest, tail)
		at := 0
		for i, p := range pages {
			room := rest
			if i == 0 {
				room = first
			}
			if i == len(pages)-1 {
				room -= tail
			}
			for _, h := range heights[p.From:p.To] {
				room -= h
			}
			if p.From != at || p.To <= p.From && len(heights) > 0 || room < -1e-9 {
				t.Fatalf("page %d of %v: %v, %f left", i, pages, p, room)
			}
			at = p.To
		}
		if at != len(heights) {
			t.Fatalf("%d of %d rows", at, len(heights))
		}
	}
}

// The room that is kept for the head of the letter is what the head takes.
func TestCetakHead(t *testing.T) {
	t.Parallel()
	for n := range 6 {
		d := sample.Header()
		d.Saringan = make([]string, n)
		for i := range d.Saringan {
			d.Saringan[i] = strings.Repeat("saringan ", 9)
		}
		c := &cetak{Document: paper.New("L", Title, sample.Made), d: d}
		c.AddPage()
		if got := c.letterHead() + tableHead; math.Abs(got-c.headLow()) > 0.01 {
			t.Errorf("%d filters: %f, kept %f", n, got, c.headLow())
		}
	}
}

func TestCetakWidths(t *testing.T) {
	c := &cetak{Document: paper.New("L", Title, sample.Made)}
	wide := 0.0
	for _, column := range cetakColumns {
		wide += column.Width
	}
	if math.Abs(wide-c.inner()) > 0.01 {
		t.Errorf("columns are %f wide, the page %f", wide, c.inner())
	}
}

func TestCetakMetadata(t *testing.T) {
	b := sample.Bytes(t, func(w io.Writer) error { return Write(w, sample.Header(), slices.Values(sample.Data(1))) })
	if !bytes.HasPrefix(b, []byte("%PDF-")) || !bytes.Contains(b, []byte("D:20261123101530")) {
		t.Error("not sample.Made when it says")
	}
}
