package incoming

import (
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/imports"
	"siip-asn/reports/workbook"
)

// TestWhatStandsBetweenTheRows: titles of groups and sums are passed over, at the end and in the middle, merged or not, in
// the column of the NIP or beside it; that is said. Rows that lack a value are wrong as ever.
func TestWhatStandsBetweenTheRows(t *testing.T) {
	for name, c := range map[string]struct {
		rows   [][]any
		merged []string
		sela   int
		bawah  int
	}{
		"title":             {rows: [][]any{{"Dinas Contoh"}, person(1), {"Badan Contoh"}, person(2)}, sela: 2},
		"merged title":      {rows: [][]any{{"Dinas Contoh"}, person(1), {"Badan Contoh"}, person(2)}, merged: []string{"A2:E2", "A4:E4"}, sela: 2},
		"title beside":      {rows: [][]any{{nil, "Dinas Contoh"}, person(1), person(2)}, merged: []string{"B2:E2"}, sela: 1},
		"sum at the end":    {rows: [][]any{person(1), person(2), {"JUMLAH", 2}}, bawah: 1},
		"sum in the middle": {rows: [][]any{person(1), {"Sub Total", 1}, person(2), {"Total", 2}}, merged: []string{"A3:B3"}, sela: 1, bawah: 1},
	} {
		b := edited(t, "Pegawai", func(f *excelize.File) {
			for i, row := range append([][]any{pegawaiHeader}, c.rows...) {
				if err := f.SetSheetRow("Pegawai", workbook.Ref(1, i+1), &row); err != nil {
					t.Fatal(err)
				}
			}
			for _, area := range c.merged {
				from, to, _ := strings.Cut(area, ":")
				if err := f.MergeCell("Pegawai", from, to); err != nil {
					t.Fatal(err)
				}
			}
		})
		isi, err := baca(b, imports.KindPegawai)
		if err != nil || len(isi.Faults) > 0 || len(isi.Pegawai.Rows) != 2 || isi.Understood.Between != c.sela || isi.Understood.Below != c.bawah {
			t.Errorf("%s: %v %v, %d rows, %+v", name, err, isi.Faults, len(isi.Pegawai.Rows), isi.Understood)
		}
	}
	for name, row := range map[string][]any{
		"only a NIP":  {string(sampleNIP(3))},
		"only a name": {nil, "SARI MAWAR"},
		"half a NIP":  {"19010101"},
		"an own name": {string(sampleNIP(3)), "TOTALINA", "", "", ""},
	} {
		_, faults, err := readPegawai(bookOf(t, "Pegawai", pegawaiHeader, person(1), row, person(2)))
		if err != nil || len(faults) == 0 {
			t.Errorf("%s: %v %v", name, faults, err)
		}
	}
}

// TestGelarInColumnsOfTheirOwn are joined to the name, once, and a formula among them is refused; a column that may be
// either is named.
func TestGelarInColumnsOfTheirOwn(t *testing.T) {
	head := []any{"NIP", "Gelar Depan", "Nama", "Gelar Belakang", "Jabatan", "Jenjang", "OPD", "Gelar"}
	row := func(n int, front, name, behind string) []any {
		return []any{string(sampleNIP(n)), front, name, behind, "Analis Data", "Pengawas", "Dinas Contoh", "x"}
	}
	isi, err := baca(bookOf(t, "Pegawai", head, row(1, "Dr.", "SARI MAWAR", "S.Pd., M.Pd."), row(2, "", "BUDI, S.E.", "S.E."), row(3, "", "DEWI", "")), imports.KindPegawai)
	if err != nil || len(isi.Faults) > 0 || len(isi.Pegawai.Rows) != 3 || len(isi.Understood.Near) != 1 {
		t.Fatal(isi.Faults, err, isi.Understood)
	}
	for i, want := range []string{"Dr. SARI MAWAR, S.Pd., M.Pd.", "BUDI, S.E.", "DEWI"} {
		if got := isi.Pegawai.Rows[i].Nama; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	wrong := edited(t, "Pegawai", func(f *excelize.File) {
		first, second := head, row(1, "", "SARI", "")
		if err := errors.Join(f.SetSheetRow("Pegawai", "A1", &first), f.SetSheetRow("Pegawai", "A2", &second), f.SetCellFormula("Pegawai", "D2", "1+1")); err != nil {
			t.Fatal(err)
		}
	})
	if _, faults, err := readPegawai(wrong); err != nil || len(faults) != 1 || !strings.Contains(faults[0].Error(), "rumus") {
		t.Error(faults, err)
	}
}

// TestHiddenRowsAreSaid: rows that a filter hides are read, and that is said; so is a column of gelar that is not.
func TestHiddenRowsAreSaid(t *testing.T) {
	head := append(pegawaiHeader[:5:5], "Gelar")
	b := edited(t, "Pegawai", func(f *excelize.File) {
		for i, row := range [][]any{head, person(1, "Dr."), person(2, "")} {
			if err := f.SetSheetRow("Pegawai", workbook.Ref(1, i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetRowVisible("Pegawai", 3, false); err != nil {
			t.Fatal(err)
		}
	})
	isi, err := baca(b, imports.KindPegawai)
	if err != nil || isi.Understood.Hidden != 1 || len(isi.Pegawai.Rows) != 2 || len(isi.Understood.Near) != 1 {
		t.Errorf("%v %+v", err, isi.Understood)
	}
	words := strings.Join(imports.Preview{Understood: isi.Understood}.Sentences(0), "\n")
	for _, want := range []string{"1 baris yang disembunyikan", `"Gelar"`} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in %s", want, words)
		}
	}
}

// TestFilesThatAreNoTable are refused for what they are.
func TestFilesThatAreNoTable(t *testing.T) {
	for content, want := range map[string]string{
		"": "kosong (0 byte)",
		"MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\n": "halaman web",
		"%PDF-1.4\n": "bukan tabel",
	} {
		if _, err := baca([]byte(content), imports.KindPegawai); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", content, err)
		}
	}
	for text, want := range map[string]bool{"31": true, "II/b": true, "ii b": true, "Eselon III.a": true, "V": false, "I.b": false, "5": false, "33": false} {
		if _, ok := jenjangOf(text); ok != want {
			t.Errorf("%s: %v", text, ok)
		}
	}
}
