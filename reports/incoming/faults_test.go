package incoming

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/reports/workbook"
)

// wrongBook has three wrong rows among five, and one that is twice there.
func wrongBook(t testing.TB) []byte {
	return bookOf(t, "Pegawai",
		append([]any{"Catatan"}, pegawaiHeader...),
		append([]any{"=cmd|' /C calc'!A0"}, person(1)...),
		append([]any{"x"}, []any{"123", "SARI", "Analis", "Eselon", "Dinas Contoh"}...),
		append([]any{"y"}, person(2)...),
		append([]any{"z"}, []any{190101011925011001, "", "Analis", "Pengawas", "Dinas Contoh"}...),
		append([]any{"+1"}, person(1)...),
	)
}

func writeSalah(t testing.TB, file []byte) []byte {
	return bytesOf(t, func(w io.Writer) error { return salahOf(w, file) })
}

func TestWriteSalah(t *testing.T) {
	file := wrongBook(t)
	_, faults, err := readPegawai(file)
	if err != nil || len(faults) != 5 {
		t.Fatal(faults, err)
	}
	b := writeSalah(t, file)
	noFormulas(t, b)
	f := openBook(t, b)
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Pegawai", "Daftar Kesalahan"}) {
		t.Fatal(got)
	}
	rows := rowsOf(t, f, "Pegawai")
	if want := []string{"Kesalahan", "Baris", "Catatan", "NIP", "Nama", "Jabatan", "Jenjang", "OPD"}; !slices.Equal(rows[0], want) {
		t.Errorf("%q", rows[0])
	}
	var numbers []string
	for _, row := range rows[1:] {
		numbers = append(numbers, row[1])
	}
	if !slices.Equal(numbers, []string{"3", "5", "6", "2", "4"}) {
		t.Errorf("rows %v", numbers)
	}
	if first := rows[1]; !strings.HasPrefix(first[0], "B3: NIP salah") || !strings.Contains(first[0], "\nE3: Jenjang \"Eselon\"") || first[3] != "123" {
		t.Errorf("%q", first)
	}
	coloured(t, f, "Pegawai", "D2", "G2", "D3", "E3", "D4")
	if all := rowsOf(t, f, "Daftar Kesalahan"); len(all) != 4+len(faults) || all[4][2] != "B3" {
		t.Errorf("%q", all)
	}
}

// coloured proves that of the own columns exactly these cells are marked.
func coloured(t testing.TB, f *excelize.File, sheet string, want ...string) {
	t.Helper()
	var got []string
	for n, row := range rowsOf(t, f, sheet) {
		for i := range row {
			id, err := f.GetCellStyle(sheet, workbook.Ref(i+1, n+1))
			if err != nil {
				t.Fatal(err)
			}
			if s, err := f.GetStyle(id); err == nil && slices.Equal(s.Fill.Color, []string{workbook.Rose}) {
				got = append(got, workbook.Ref(i+1, n+1))
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("coloured %v, want %v", got, want)
	}
}

// What is given back can be mended and sent in again, and given back again.
func TestSalahMended(t *testing.T) {
	file := wrongBook(t)
	f := openBook(t, writeSalah(t, file))
	for cell, value := range map[string]string{"D2": "190102021925012001", "D3": "190103031925012001"} {
		if err := f.SetCellStr("Pegawai", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	_, faults, err := readPegawai(buf.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	// The row that was twice there stands first now, so the other one is the second.
	wantFaults(t, faults, "G2: Jenjang", "E3: Nama wajib diisi.", "D5: NIP ini sudah ada di sel D4; hapus salah satu barisnya.")
	again := openBook(t, writeSalah(t, buf.Bytes()))
	if n := len(rowsOf(t, again, "Pegawai")); n != 6 {
		t.Errorf("%d rows of 6 come back", n)
	}
	if head := rowsOf(t, again, "Pegawai")[0]; !slices.Equal(head, []string{"Kesalahan", "Baris", "Catatan", "NIP", "Nama", "Jabatan", "Jenjang", "OPD"}) {
		t.Errorf("%q", head)
	}
}

func TestSalahHeader(t *testing.T) {
	file := bookOf(t, "Pegawai", []any{"NIP", "NIP", "Nama"}, []any{"1", "2", "SARI"})
	_, _, err := readPegawai(file)
	if err != nil {
		t.Fatal(err)
	}
	f := openBook(t, writeSalah(t, file))
	coloured(t, f, "Pegawai", "D1", "C2")
	list := rowsOf(t, f, "Daftar Kesalahan")
	if !slices.ContainsFunc(list, func(row []string) bool { return strings.Contains(strings.Join(row, " "), "Kolom Jabatan tidak ada") }) {
		t.Errorf("%q", list)
	}
}

func TestSalahOddNames(t *testing.T) {
	for name, want := range map[string]string{"Daftar Kesalahan": "Data", strings.Repeat("x", 31): strings.Repeat("x", 31)} {
		file := bookOf(t, name, pegawaiHeader, []any{"1"})
		if got := openBook(t, writeSalah(t, file)).GetSheetList()[0]; got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	for name, want := range map[string]string{"": "Data", "a/b[c]": "a_b_c_", strings.Repeat("é", 40): strings.Repeat("é", 30) + "…"} {
		if got := sheetName(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestSalahHostile(t *testing.T) {
	file := handmade(xfdBomb()).zip(t)
	var refused *FileError
	if err := WriteFaults(t.Context(), io.Discard, bytes.NewReader(file), int64(len(file)), Contents{}); err != nil && !errors.As(err, &refused) {
		t.Error(err)
	}
}
