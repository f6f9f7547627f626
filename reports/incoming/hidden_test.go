package incoming

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/imports"
	"siip-asn/reports/workbook"
)

// besideNotes is a workbook with a sheet of pegawai that is hidden, under a name, beside a visible one of notes.
func besideNotes(t *testing.T, name string, rows ...[]any) []byte {
	return edited(t, "Catatan", func(f *excelize.File) {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if err := f.SetSheetRow(name, workbook.Ref(1, i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetSheetVisible(name, false); err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Catatan", "A1", &[]any{"Rapat hari Senin"}); err != nil {
			t.Fatal(err)
		}
	})
}

// TestAHiddenSheetThatMayBeMeantIsNamed: by its name or by its columns; any other stays unsaid.
func TestAHiddenSheetThatMayBeMeantIsNamed(t *testing.T) {
	none := "A1: Judul kolom tidak ditemukan"
	for _, c := range []struct {
		name string
		rows [][]any
		want []string
	}{
		{"Pegawai", nil, []string{none, `: Lembar "Pegawai" disembunyikan, sehingga tidak dibaca.`}},
		{"Tahun 2025", [][]any{pegawaiHeader, person(1)}, []string{none, `: Lembar "Tahun 2025" disembunyikan, sehingga tidak dibaca.`}},
		{"Rahasia", [][]any{{"a", "b"}}, []string{none}},
	} {
		for _, jenis := range []imports.Kind{imports.KindPegawai, ""} {
			isi, err := baca(besideNotes(t, c.name, c.rows...), jenis)
			if err != nil || len(isi.Pegawai.Rows) > 0 {
				t.Errorf("%s: %+v %v", c.name, isi.Pegawai, err)
			}
			if jenis != "" {
				wantFaults(t, isi.Faults, c.want...)
			}
		}
	}
}

// TestAFileOfAnotherKindIsKnown by the columns that it has all, when it lacks those that were asked for.
func TestAFileOfAnotherKindIsKnown(t *testing.T) {
	panduan := bookOf(t, "Data", []any{"Jenis Diklat", "Jenis Kompetensi"}, []any{"Pelatihan SPBE", "Teknis"})
	pegawai := bookOf(t, "Data", pegawaiHeader, person(1))
	for _, c := range []struct {
		name  string
		file  []byte
		asked imports.Kind
		want  imports.Kind
	}{
		{"panduan as pegawai", panduan, imports.KindPegawai, imports.KindPanduan},
		{"panduan as panduan", panduan, imports.KindPanduan, ""},
		{"pegawai as panduan", pegawai, imports.KindPanduan, imports.KindPegawai},
		{"pegawai as riwayat", pegawai, imports.KindRiwayat, imports.KindPegawai},
		{"pegawai as pegawai", pegawai, imports.KindPegawai, ""},
		{"half a table as pegawai", bookOf(t, "Data", []any{"NIP", "Nama"}, []any{"1", "2"}), imports.KindPegawai, ""},
	} {
		if isi, err := baca(c.file, c.asked); err != nil || isi.Resembles != c.want {
			t.Errorf("%s: %q %v", c.name, isi.Resembles, err)
		}
	}
}

// TestAFileOfNoKindIsTakenForPegawai: who sends a file in which no column is known reads which columns that of pegawai has.
func TestAFileOfNoKindIsTakenForPegawai(t *testing.T) {
	isi, err := baca(bookOf(t, "Data", []any{"halo", "apa kabar"}, []any{"1", "2"}), "")
	if err != nil || isi.Kind != imports.KindPegawai || len(isi.Faults) == 0 {
		t.Errorf("%q %+v %v", isi.Kind, isi.Faults, err)
	}
}
