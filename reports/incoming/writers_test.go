package incoming

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"siip-asn/flow/imports"
)

var update = flag.Bool("update", false, "write the golden file anew")

// TestTablesOfOtherWriters reads tables as openpyxl, xlsxwriter, LibreOffice, exceljs and SheetJS write them (testdata/buat),
// and says of each what a person reads: what was understood, the rows, the faults. Read the difference as somebody of the
// office would.
func TestTablesOfOtherWriters(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil || len(files) < 15 {
		t.Fatal(files, err)
	}
	var out bytes.Buffer
	for _, file := range files {
		if filepath.Base(file) == "dibaca.txt" {
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s\n", filepath.Base(file))
		told(&out, b)
		fmt.Fprintln(&out)
	}
	if *update {
		if err := os.WriteFile("testdata/dibaca.txt", out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/dibaca.txt")
	if err != nil || !bytes.Equal(out.Bytes(), want) {
		t.Errorf("it is read otherwise; see the difference with -update (%v)\n%s", err, out.String())
	}
}

func told(out *bytes.Buffer, b []byte) {
	isi, err := baca(b, "")
	if err != nil {
		fmt.Fprintf(out, "  %v\n", err)
		return
	}
	for _, s := range (imports.Preview{Understood: isi.Understood}).Sentences(0) {
		fmt.Fprintf(out, "  %s\n", s)
	}
	for _, p := range isi.Pegawai.Rows {
		fmt.Fprintf(out, "  | %s %s | %s | %s | %s | %s %s%s\n", p.NIP, p.Nama, p.Jabatan, p.Jenjang, p.OPD, p.HP, p.Nilai, also(p))
	}
	for _, u := range isi.Usulan {
		fmt.Fprintf(out, "  | %s | %s | %s | %s | %s\n", u.NIP, u.Judul, u.Rekomendasi, u.Tanggal, u.Status)
	}
	for _, r := range isi.Riwayat {
		fmt.Fprintf(out, "  | %s | %s | %d JP | %d\n", r.NIP, r.Diklat, r.JP, r.Tahun)
	}
	for _, f := range isi.Faults {
		fmt.Fprintf(out, "  ! %v\n", f)
	}
}

func also(p imports.BarisPegawai) (s string) {
	if p.AdminOPD {
		s += " Admin OPD"
	}
	if p.AdminSIIP {
		s += " Admin SIIP-ASN"
	}
	if p.Status != (imports.StatusPegawai{}) {
		s += fmt.Sprintf(" %+v", p.Status)
	}
	if p.Kedudukan != "" {
		s += " (" + p.Kedudukan + ")"
	}
	return s
}
