package sample_test

import (
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"siip-asn/reports/sample"
)

// The report has two pages whatever comes, is signed, says of what it is the report, and looks as it did.
func TestLaporan(t *testing.T) {
	t.Parallel()
	for name, write := range papers() {
		b := sample.Bytes(t, write)
		pages := sample.Pages(t, b)
		if len(pages) != 2 {
			t.Errorf("%s has %d pages", name, len(pages))
			continue
		}
		for _, want := range []string{"BIDANG PENGEMBANGAN KOMPETENSI", "Jalan Contoh", "Periode 2026", "RATNA CONTOH, S.H., M.Si.", "NIP. 19010101 192501 2 001", "Lubuklinggau, 23 November 2026", sample.Tanda().Kode, "Halaman 2 dari 2"} {
			if !strings.Contains(strings.Join(pages, "\n"), want) {
				t.Errorf("%s does not say %q", name, want)
			}
		}
		if strings.Contains(strings.Join(pages, "\n"), "??") {
			t.Errorf("%s has question marks for letters", name)
		}
		for _, want := range []string{"/Lang (id-ID)", "dc:creator", "/Author"} {
			if !strings.Contains(string(b), want) {
				t.Errorf("%s has no %s", name, want)
			}
		}
		compare(t, name, b)
	}
}

// compare turns the pages of a PDF into pictures and compares them with the kept ones.
func compare(t *testing.T, name string, pdf []byte) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "x.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", "60", "-png", file, filepath.Join(dir, "p")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, n := range []string{"1", "2"} {
		f, err := os.Open(filepath.Join(dir, "p-"+n+".png"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		img, err := png.Decode(f)
		if err != nil {
			t.Fatal(err)
		}
		sample.Compare(t, strings.TrimSuffix(name, ".pdf")+"-"+n+".png", img, *update)
	}
}
