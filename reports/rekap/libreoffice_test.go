package rekap

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"siip-asn/reports/cetak"
	"siip-asn/reports/sample"
)

// numbered finds the number of a page and how many its sheet has.
var numbered = regexp.MustCompile(`Halaman\s+(\d+)\s+dari\s+(\d+)`)

// sheetsNumbered checks that the pages of each sheet are numbered from 1 to the number that all of them name, and gives how
// many sheets there are.
func sheetsNumbered(t *testing.T, pages []string) (sheets int) {
	last, of := "0", "0"
	for i, page := range pages {
		m := numbered.FindStringSubmatch(page)
		if m == nil {
			t.Fatalf("page %d has no number", i+1)
		}
		before, _ := strconv.Atoi(last)
		switch {
		case m[1] == "1" && last == of:
			sheets++
		case m[1] != strconv.Itoa(before+1) || m[2] != of:
			t.Errorf("page %d is %s, after page %s of %s", i+1, m[0], last, of)
		}
		last, of = m[1], m[2]
	}
	if last != of {
		t.Errorf("the last page is %s of %s", last, of)
	}
	return sheets
}

// Another program than ours opens the rekap and prints it: each sheet numbers its own pages, and each page of Data has its header.
func TestLibreOffice(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("slow")
	}
	office, err := exec.LookPath("libreoffice")
	if err != nil {
		t.Skip("libreoffice is not installed")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "rekap.xlsx")
	if err := os.WriteFile(file, sample.Bytes(t, func(w io.Writer) error { return Write(w, sample.Rekap(60), sample.Tanda()) }), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(office, "-env:UserInstallation=file://"+dir, "--headless", "--convert-to", "pdf", "--outdir", dir, file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	b, err := os.ReadFile(filepath.Join(dir, "rekap.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	pages := sample.Pages(t, b)
	if n := sheetsNumbered(t, pages); n != 8 {
		t.Errorf("%d sheets", n)
	}
	if !strings.Contains(pages[len(pages)-1], sample.Tanda().Kode) {
		t.Error("the last sheet does not say how to check the workbook")
	}
	pages = pages[:len(pages)-1]
	data := false // the sheet before it has begun
	for i, page := range pages {
		data = data || strings.Contains(page, cetak.Title)
		if data && !strings.Contains(page, "Rekomendasi") {
			t.Errorf("page %d of Data has no header row", i+1)
		}
	}
	all := strings.Join(pages, "\n")
	for _, title := range []string{"REKAPITULASI USULAN DIKLAT", "PER OPD", "PER JENJANG", "PER JENIS KOMPETENSI", cetak.Title} {
		if !strings.Contains(all, title) {
			t.Errorf("no %s", title)
		}
	}
}
