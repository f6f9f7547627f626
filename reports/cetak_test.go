package reports

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"siip-asn/flow"
)

// pdfPages is the text of each page, as somebody reads it.
func pdfPages(t testing.TB, b []byte) []string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	file := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

func cetakPages(t testing.TB, d flow.Daftaran, data []flow.BarisData) []string {
	t.Helper()
	return pdfPages(t, bytesOf(t, func(w io.Writer) error { return WriteCetak(w, d, slices.Values(data)) }))
}

func TestCetak(t *testing.T) {
	data := sampleData(45)
	pages := cetakPages(t, sampleDaftaran(), data)
	for _, want := range []string{
		strings.ToUpper(instansi), daftarTitle, "Saringan: OPD: Dinas Pemberdayaan", "Jumlah: 45 usulan",
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
		if signed := strings.Contains(page, "Mengetahui,"); signed != (i == len(pages)-1) {
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
		pages := cetakPages(t, sampleDaftaran(), sampleData(n))
		last := pages[len(pages)-1]
		if !strings.Contains(last, "Mengetahui,") || !strings.Contains(last, "NIP: 1901") {
			t.Errorf("%d rows: the signature stands alone", n)
		}
	}
}

func TestCetakEmpty(t *testing.T) {
	pages := cetakPages(t, flow.Daftaran{Instansi: instansi, Dibuat: made}, nil)
	if len(pages) != 1 || !strings.Contains(pages[0], "Tidak ada usulan.") || !strings.Contains(pages[0], "Semua usulan") {
		t.Error(pages)
	}
}

// Whatever people write, a row fits on a page and the program goes on.
func TestCetakStrange(t *testing.T) {
	d := flow.Daftaran{Instansi: strings.Repeat("KANTOR ", 60), Dibuat: made, Saringan: []string{strings.Repeat("x", 3000)}}
	var data []flow.BarisData
	for _, text := range []string{
		strings.Repeat("panjang ", 2000), strings.Repeat("M", 5000), "\x00\x1b\u202e", "中文 العربية 😀 \U0010ffff", "\xff", "a\u0301e\u0323\u0302", "",
	} {
		data = append(data, flow.BarisData{
			Nama: text, Jabatan: text, OPD: text, Rekomendasi: text, Diklat: text, NIP: flow.NIP(text), TanggalUsul: flow.Tanggal(text),
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
		pages := paginate(heights, first, rest, tail)
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
		d := sampleDaftaran()
		d.Saringan = make([]string, n)
		for i := range d.Saringan {
			d.Saringan[i] = strings.Repeat("saringan ", 9)
		}
		c := &cetak{kertas: newKertas("L", daftarTitle, made), d: d}
		c.AddPage()
		if got := c.letterHead() + tableHead; math.Abs(got-c.headLow()) > 0.01 {
			t.Errorf("%d filters: %f, kept %f", n, got, c.headLow())
		}
	}
}

func TestCetakWidths(t *testing.T) {
	c := &cetak{kertas: newKertas("L", daftarTitle, made)}
	wide := 0.0
	for _, column := range cetakColumns {
		wide += column.Width
	}
	if math.Abs(wide-c.inner()) > 0.01 {
		t.Errorf("columns are %f wide, the page %f", wide, c.inner())
	}
}

func TestCetakMetadata(t *testing.T) {
	b := bytesOf(t, func(w io.Writer) error { return WriteCetak(w, sampleDaftaran(), slices.Values(sampleData(1))) })
	if !bytes.HasPrefix(b, []byte("%PDF-")) || !bytes.Contains(b, []byte("D:20261123101530")) {
		t.Error("not made when it says")
	}
}
