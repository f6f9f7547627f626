package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

const pdf = "%PDF-1.4 "

// home is a folder with everything a program lives on.
func home(t *testing.T) (dir string, g Guard) {
	t.Helper()
	dir = t.TempDir()
	g = Guard{
		{What: "basis data", Path: filepath.Join(dir, "siip-asn.db"), Beside: true},
		{What: "berkas konfigurasi", Path: filepath.Join(dir, "config.yaml")},
		{What: "berkas token", Path: filepath.Join(dir, "token")}, // it is not there
	}
	for _, name := range []string{"siip-asn.db", "config.yaml"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("berharga"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir, g
}

// TestWhatTheProgramLivesOnIsNoOutput tries every name by which a file can be meant.
func TestWhatTheProgramLivesOnIsNoOutput(t *testing.T) {
	dir, g := home(t)
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(os.Link(at("siip-asn.db"), at("keras.xlsx")), os.Symlink("siip-asn.db", at("lunak.xlsx")), os.Symlink("token", at("menggantung.xlsx")),
		os.Symlink(dir, at("jalan-lain")), os.Symlink("lunak.xlsx", at("berantai.xlsx"))); err != nil {
		t.Fatal(err)
	}
	before := content(t, dir)
	for _, name := range []string{
		"siip-asn.db", "config.yaml", "token", "./jalan-lain/config.yaml", "jalan-lain/../siip-asn.db", "keras.xlsx", "lunak.xlsx", "berantai.xlsx",
		"menggantung.xlsx", "CONFIG.YAML", "Siip-Asn.DB", "siip-asn.db.sock", "siip-asn.db.sebelum-restore-20260101-000000", "TOKEN", "jalan-lain/token",
	} {
		for what, err := range map[string]error{"New": g.New(at(name), text(pdf)), "Replace": g.Replace(at(name), PDF, text(pdf))} {
			if err == nil || !strings.Contains(err.Error(), "pilih nama lain") {
				t.Errorf("%s %s: %v", what, name, err)
			}
		}
	}
	if after := content(t, dir); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}

// content is every file of a folder with what is in it.
func content(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, _ := os.ReadFile(filepath.Join(dir, f.Name())) // a folder has none
		b.WriteString(f.Name() + ": " + string(text) + "\n")
	}
	return b.String()
}

// TestOnlyAFileOfItsOwnKindIsReplaced: a letter, a picture, another archive stay.
func TestOnlyAFileOfItsOwnKindIsReplaced(t *testing.T) {
	dir, g := home(t)
	const database = "0123456789abcdef\xed\xda\x0c\xed"
	if err := os.WriteFile(filepath.Join(dir, "salinan.db.sha256"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		content  string
		kind     Kind
		replaced bool
	}{
		"surat.docx": {"PK\x03\x04 bukan buku kerja", Workbook, false}, "surat.txt": {"Yth.", PDF, false}, "laporan.pdf": {pdf + "lama", PDF, true},
		"kosong.pdf": {"", PDF, true}, "pendek": {"x", Database, false}, "catatan.db": {strings.Repeat("x", 5000), Database, false},
		"salinan.db": {database, Database, true}, "kantor-lain.db": {database, Database, false},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		err := g.Replace(path, c.kind, text("baru"))
		is, _ := os.ReadFile(path)
		if c.replaced && (err != nil || string(is) != "baru") || !c.replaced && (err == nil || string(is) != c.content) {
			t.Errorf("%s: %v, %q", name, err, is)
		}
	}
}

// TestAFileIsReplacedOnlyByAWholeOne lets a report fail while it is made, and while it takes its place.
func TestAFileIsReplacedOnlyByAWholeOne(t *testing.T) {
	dir, g := home(t)
	path := filepath.Join(dir, "laporan.pdf")
	if err := g.Replace(path, PDF, text(pdf+"lama")); err != nil {
		t.Fatal(err)
	}
	before := content(t, dir)
	if err := g.Replace(path, PDF, func(w io.Writer) error { return errors.Join(text("setengah")(w), errors.New("gagal")) }); err == nil {
		t.Error("no error while it is made")
	}
	err := g.Replace(path, PDF, func(w io.Writer) error { return os.WriteFile(path, []byte("Yth."), 0o600) }) // somebody else's came meanwhile
	if err == nil {
		t.Error("no error while it takes its place")
	}
	if err := os.WriteFile(path, []byte(pdf+"lama"), 0o600); err != nil {
		t.Fatal(err)
	}
	if after := content(t, dir); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
	if err := g.New(filepath.Join(dir, "baru.pdf"), func(io.Writer) error { return errors.New("gagal") }); err == nil {
		t.Error("no error")
	}
	if after := content(t, dir); after != before {
		t.Errorf("left: %s", after)
	}
}

// TestALinkStays: the report takes the place of the file that the link leads to.
func TestALinkStays(t *testing.T) {
	dir, g := home(t)
	link, path := filepath.Join(dir, "terbaru.pdf"), filepath.Join(dir, "laporan.pdf")
	if err := os.Symlink("laporan.pdf", link); err != nil {
		t.Fatal(err)
	}
	if err := g.Replace(link, PDF, text(pdf)); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(link); to != "laporan.pdf" || err != nil {
		t.Errorf("%q %v", to, err)
	}
	if is, _ := os.ReadFile(path); string(is) != pdf {
		t.Errorf("%q", is)
	}
}

// TestADeviceIsWrittenTo and stays what it is.
func TestADeviceIsWrittenTo(t *testing.T) {
	dir, g := home(t)
	pipe := filepath.Join(dir, "pipa")
	if err := exec.Command("mkfifo", pipe).Run(); err != nil {
		t.Skip("no mkfifo here")
	}
	got := make(chan string)
	go func() {
		b, _ := os.ReadFile(pipe)
		got <- string(b)
	}()
	if err := g.Replace(pipe, PDF, text(pdf)); err != nil {
		t.Fatal(err)
	}
	if s := <-got; s != pdf {
		t.Errorf("%q", s)
	}
	if !IsDevice(pipe) || !IsDevice(os.DevNull) {
		t.Error("it has been replaced")
	}
	for _, err := range []error{g.New(os.DevNull, text(pdf)), g.Replace(os.DevNull, PDF, text(pdf))} {
		if err != nil {
			t.Error(err)
		}
	}
	if g.Check(dir) == nil || g.Check("-") == nil {
		t.Error("a folder is an output, or a dash")
	}
}

// TestWhatIsOpenIsWrittenToAtItsEnd: the shell has sent something there already, and the file is not replaced.
func TestWhatIsOpenIsWrittenToAtItsEnd(t *testing.T) {
	dir, g := home(t)
	f, err := os.Create(filepath.Join(dir, "semua.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteString("lama;"); err != nil {
		t.Fatal(err)
	}
	path := fmt.Sprintf("/proc/self/fd/%d", f.Fd())
	if _, err := os.Stat(path); err != nil {
		t.Skip("no such names here")
	}
	if err := g.New(path, text("baru")); err != nil {
		t.Error(err)
	}
	if is, _ := os.ReadFile(f.Name()); string(is) != "lama;baru" || !IsDevice(path) {
		t.Errorf("%q", is)
	}
}
