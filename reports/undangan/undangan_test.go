package undangan

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"siip-asn/flow/aktivasi"
	"siip-asn/reports/paper"
	"siip-asn/reports/sample"
)

func TestByOPD(t *testing.T) {
	var got [][]string
	for _, group := range byOPD([]aktivasi.Undangan{{OPD: "B", Nama: "1"}, {OPD: "A", Nama: "2"}, {OPD: "b ", Nama: "3"}, {OPD: "A", Nama: "4"}}) {
		var namaList []string
		for _, u := range group {
			namaList = append(namaList, u.Nama)
		}
		got = append(got, namaList)
	}
	if len(got) != 2 || !slices.Equal(got[0], []string{"1", "3"}) || !slices.Equal(got[1], []string{"2", "4"}) {
		t.Error(got)
	}
}

func TestWrite(t *testing.T) {
	list := sample.Undangan(40, "siip_asn_contoh_bot")
	b := sample.Bytes(t, func(w io.Writer) error { return Write(w, sample.Made, list) })
	sample.NoFormulas(t, b)
	f := sample.Open(t, b)
	rows := sample.Rows(t, f, "Undangan")
	if !slices.Equal(rows[0], []string{"NIP", "Nama", "OPD", "Kode", "Tautan", "Berlaku sampai"}) || len(rows) != 41 {
		t.Fatalf("%d rows, %q", len(rows), rows[0])
	}
	first := rows[1]
	if !slices.Equal(first, []string{string(list[0].NIP), list[0].Nama, list[0].OPD, list[0].Kode, list[0].Link, "07/12/2026"}) {
		t.Errorf("%q", first)
	}
	if ok, link, err := f.GetCellHyperLink("Undangan", "E2"); !ok || link != list[0].Link || err != nil {
		t.Error(ok, link, err)
	}
	if got := sample.NumberFormat(t, f, "Undangan", "A2"); got != "@" {
		t.Errorf("NIP is %q", got)
	}
	sample.PrintsWell(t, f, "Undangan", 1, "landscape")
	breaks := strings.Count(sample.Part(t, b, "xl/worksheets/sheet1.xml"), "<brk ")
	if groups := len(byOPD(list)); breaks != groups-1 {
		t.Errorf("%d page breaks for %d OPD", breaks, groups)
	}
}

func TestWriteUndanganWithoutLink(t *testing.T) {
	f := sample.Open(t, sample.Bytes(t, func(w io.Writer) error { return Write(w, sample.Made, sample.Undangan(2, "")) }))
	if ok, _, _ := f.GetCellHyperLink("Undangan", "E2"); ok {
		t.Error("a link to nowhere")
	}
}

func TestUndanganPDF(t *testing.T) {
	t.Parallel()
	list := sample.Undangan(60, "siip_asn_contoh_bot")
	pages := sample.Pages(t, sample.Bytes(t, func(w io.Writer) error { return WritePDF(w, sample.Instansi, sample.Made, list) }))
	want := 0
	for _, group := range byOPD(list) {
		want += (len(group) + 9) / 10
		page := pages[want-1]
		if !strings.Contains(page, group[0].OPD[:30]) {
			t.Errorf("page %d is not of %s", want, group[0].OPD)
		}
	}
	if len(pages) != want {
		t.Errorf("%d pages, want %d", len(pages), want)
	}
	all := strings.Join(pages, "\n")
	for _, u := range list {
		if strings.Count(all, u.Kode) != 1 || strings.Contains(all, string(u.NIP)) {
			t.Errorf("%s: not there once, or with the whole NIP", u.Kode)
		}
	}
	if !strings.Contains(all, "@siip_asn_contoh_bot") || !strings.Contains(all, "Berlaku sampai 07-12-2026") {
		t.Error("no advice")
	}
}

func TestUndanganPDFWithoutLink(t *testing.T) {
	pages := sample.Pages(t, sample.Bytes(t, func(w io.Writer) error { return WritePDF(w, sample.Instansi, sample.Made, sample.Undangan(1, "")) }))
	if strings.Contains(pages[0], "QR") || !strings.Contains(pages[0], "ketik kode di atas") {
		t.Error(pages[0])
	}
}

// The longest name that a bot can have leaves room for the whole advice.
func TestAdviceIsNeverCut(t *testing.T) {
	const name = "siip_asn_bkpsdm_lubuklinggau_bot"
	pages := sample.Pages(t, sample.Bytes(t, func(w io.Writer) error { return WritePDF(w, sample.Instansi, sample.Made, sample.Undangan(1, name)) }))
	if !strings.Contains(pages[0], "@"+name) || !strings.Contains(pages[0], "di Telegram.") {
		t.Error(pages[0])
	}
}

func TestBotOf(t *testing.T) {
	for link, want := range map[string]string{
		"https://t.me/siip_bot?start=ABC": "siip_bot", "https://t.me/siip_bot": "siip_bot", "": "", "http://127.0.0.1:8080/x": "",
	} {
		if got := botOf(link); got != want {
			t.Errorf("%s: %s", link, got)
		}
	}
}

func TestQR(t *testing.T) {
	b, err := paper.QR("https://t.me/siip_asn_contoh_bot?start=0030-5678-9A0C")
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Dx(); size < 300 || size > 800 {
		t.Errorf("%d pixels", size)
	}
	whiteEdge(t, img)
	for _, bad := range []string{"", strings.Repeat("x", 5000)} {
		if _, err := paper.QR(bad); err == nil {
			t.Errorf("%d letters are no error", len(bad))
		}
	}
}

// whiteEdge: without it, cameras do not find the code.
func whiteEdge(t testing.TB, img image.Image) {
	t.Helper()
	for i := range img.Bounds().Dx() {
		if r, _, _, _ := img.At(i, 0).RGBA(); r != 0xffff {
			t.Fatal("no white edge")
		}
	}
}

// A camera reads from paper what was meant, each code beside its own name.
func TestQRFromPaper(t *testing.T) {
	t.Parallel()
	for _, tool := range []string{"pdftoppm", "zbarimg"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not installed")
		}
	}
	list := sample.Undangan(9, "siip_asn_contoh_bot")
	for i := range list {
		list[i].OPD = "Dinas Contoh"
	}
	dir := t.TempDir()
	pdf := filepath.Join(dir, "x.pdf")
	if err := os.WriteFile(pdf, sample.Bytes(t, func(w io.Writer) error { return WritePDF(w, sample.Instansi, sample.Made, list) }), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := exec.Command("pdftoppm", "-r", "150", "-gray", "-png", pdf, filepath.Join(dir, "x")).Run(); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("zbarimg", "-q", "--raw", filepath.Join(dir, "x-1.png")).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range list {
		if !strings.Contains(string(out), u.Link+"\n") {
			t.Errorf("%s is not read", u.Link)
		}
	}
}
