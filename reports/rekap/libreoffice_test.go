package rekap

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"siip-asn/reports/cetak"
	"siip-asn/reports/contoh"
)

// Another program than ours opens the rekap and prints it: each page has its number, and each page of Data its header.
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
	if err := os.WriteFile(file, contoh.Bytes(t, func(w io.Writer) error { return Write(w, contoh.Rekap(60), contoh.Tanda()) }), 0o600); err != nil {
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
	pages := contoh.Pages(t, b)
	if len(pages) < 6 {
		t.Fatalf("%d pages", len(pages))
	}
	if !strings.Contains(pages[len(pages)-1], contoh.Tanda().Kode) {
		t.Error("the last sheet does not say how to check the workbook")
	}
	pages = pages[:len(pages)-1]
	data := false // the sheet before it has begun
	for i, page := range pages {
		data = data || strings.Contains(page, cetak.Title)
		if !strings.Contains(page, "Halaman") || !strings.Contains(page, " dari ") {
			t.Errorf("page %d has no number", i+1)
		}
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
