package incoming

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/reports/form"
	"siip-asn/reports/workbook"
)

func TestReadPegawai(t *testing.T) {
	file := bookOf(t, "Lembar Kerja",
		[]any{" no hp", "NAMA", "o p d", "Catatan", "nip", "Jenjang", "jabatan", "PERAN", "nilai  kompetensi", "Rekomendasi"},
		[]any{81234567890, " SARI  MAWAR\u200b,\tS.Pd. ", "Dinas Contoh", "abaikan", "19010101 192501 1 001", "fungsional UMUM", "Analis", "", 78.5, ""},
		nil,
		[]any{"+62 812-3456-7891", "ŁUKASZ ŻÓŁĆ", "dinas contoh", 7, "'190101021925012001", "JPT Pratama", "Kepala Dinas", "admin siip-asn ;Admin OPD;", "Baik", "=1+1"},
		[]any{"-", "BUDI", "Dinas Lain", "", "190101031925011001", "Pengawas", "Kepala Seksi", "–", "-", "—"},
	)
	got, faults, err := readPegawai(file)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	want := imports.PegawaiImport{Columns: imports.PegawaiColumns{HP: true, Nilai: true, Rekomendasi: true, Peran: true}, Rows: []imports.BarisPegawai{
		{Cell: "Lembar Kerja!E2", NIP: "190101011925011001", Nama: "SARI MAWAR, S.Pd.", Jabatan: "Analis", Jenjang: flow.FungsionalUmum,
			OPD: "Dinas Contoh", HP: "+6281234567890", Nilai: "78,5"},
		{Cell: "Lembar Kerja!E4", NIP: "190101021925012001", Nama: "ŁUKASZ ŻÓŁĆ", Jabatan: "Kepala Dinas", Jenjang: flow.JPTPratama,
			OPD: "dinas contoh", HP: "+6281234567891", Nilai: "Baik", Rekomendasi: "=1+1", AdminOPD: true, AdminSIIP: true},
		{Cell: "Lembar Kerja!E5", NIP: "190101031925011001", Nama: "BUDI", Jabatan: "Kepala Seksi", Jenjang: flow.Pengawas, OPD: "Dinas Lain"},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// A column that is missing is told from one that is empty: the first leaves what is known.
func TestReadPegawaiKolom(t *testing.T) {
	got, faults, err := readPegawai(bookOf(t, "Pegawai", append(slices.Clone(pegawaiHeader), "No HP"), person(1)))
	if err != nil || len(faults) > 0 || got.Columns != (imports.PegawaiColumns{HP: true}) {
		t.Error(got.Columns, faults, err)
	}
}

// The sheet named Pegawai is read wherever it stands; explanations never are.
func TestReadPegawaiSheet(t *testing.T) {
	for name, want := range map[string]string{"PEGAWAI ": "PEGAWAI!A2", "Isian": "Isian!A2"} {
		file := edited(t, "Contoh", func(f *excelize.File) {
			for _, sheet := range []string{"Petunjuk", name, "Lain"} {
				if _, err := f.NewSheet(sheet); err != nil {
					t.Fatal(err)
				}
			}
			for i, row := range [][]any{pegawaiHeader, person(1)} {
				if err := f.SetSheetRow(name, workbook.Ref(1, i+1), &row); err != nil {
					t.Fatal(err)
				}
			}
		})
		got, faults, err := readPegawai(file)
		if err != nil || len(faults) > 0 || len(got.Rows) != 1 || got.Rows[0].Cell != want {
			t.Errorf("%s: %+v %v %v", name, got.Rows, faults, err)
		}
	}
}

// Where a table says only "Struktural", its column of the eselon says the jenjang; without one that is a fault.
func TestStructuralByEselon(t *testing.T) {
	header := []any{"NIP", "Nama", "Jabatan", "Jenis Jabatan", "OPD", "Eselon"}
	with := func(n int, jenis, eselon string) []any {
		row := person(n, eselon)
		row[3] = jenis
		return row
	}
	isi, err := baca(bookOf(t, "Pegawai", header, with(1, "Struktural", "III.b"), with(2, "Jabatan Struktural", "IV/a"), with(3, "Pelaksana", ""), with(4, "JFT", "-")), "")
	if err != nil || len(isi.Faults) > 0 || len(isi.Understood.Near) > 0 || len(isi.Understood.Columns) != 6 {
		t.Fatal(isi.Faults, isi.Understood, err)
	}
	for i, want := range []flow.Jenjang{flow.Administrator, flow.Pengawas, flow.FungsionalUmum, flow.FungsionalTertentu} {
		if got := isi.Pegawai.Rows[i].Jenjang; got != want {
			t.Errorf("%d: %s, want %s", i, got, want)
		}
	}
	_, faults, _ := readPegawai(bookOf(t, "Pegawai", header, with(1, "Struktural", "")))
	wantFaults(t, faults, `D2: Jenjang "Struktural" tidak dikenal;`)
}

// What nobody sees is not what somebody has filled in.
func TestHiddenSheetIsPassedOver(t *testing.T) {
	for _, how := range []string{"hidden", "veryHidden"} {
		file := edited(t, "Rahasia", func(f *excelize.File) {
			if _, err := f.NewSheet("Isian"); err != nil {
				t.Fatal(err)
			}
			for i, row := range [][]any{pegawaiHeader, person(1)} {
				if err := f.SetSheetRow("Isian", workbook.Ref(1, i+1), &row); err != nil {
					t.Fatal(err)
				}
			}
			f.SetActiveSheet(1)
			if err := f.SetSheetVisible("Rahasia", false, how == "veryHidden"); err != nil {
				t.Fatal(err)
			}
		})
		got, faults, err := readPegawai(file)
		if err != nil || len(faults) > 0 || len(got.Rows) != 1 {
			t.Errorf("%s: %+v %v %v", how, got.Rows, faults, err)
		}
	}
}

func TestPegawaiFaults(t *testing.T) {
	t.Parallel()
	header := append(slices.Clone(pegawaiHeader), "No HP", "Nilai Kompetensi", "Rekomendasi", "Peran")
	nip := func(v any) []any { return append([]any{v}, person(1)[1:]...) }
	with := func(i int, v any) []any {
		row := append(person(1), "", "", "", "")
		row[i] = v
		return row
	}
	for name, c := range map[string]struct {
		row  []any
		want string
	}{
		"nip as number":    {nip(190101011925011001), "A2: NIP tersimpan sebagai angka sehingga digit terakhirnya hilang; ubah kolom NIP menjadi Teks lalu ketik ulang."},
		"nip as float":     {nip(1.90101011925011e17), "A2: NIP tersimpan sebagai angka"},
		"nip as exponent":  {nip("1,90101e+17"), "A2: NIP tersimpan sebagai angka"},
		"nip too short":    {nip("19010101192501100"), "A2: NIP salah pada panjangnya (19010101192501100): harus 18 angka, ini 17 angka."},
		"nip without day":  {nip("190113011925011001"), "A2: NIP salah pada tanggal lahir (19011301)"},
		"nip missing":      {nip(""), "A2: NIP wajib diisi."},
		"nama missing":     {with(1, " - "), "B2: Nama wajib diisi."},
		"nama long":        {with(1, strings.Repeat("Ä", imports.NamaMax+1)), "B2: Nama terlalu panjang (101 karakter); paling banyak 100 karakter."},
		"jabatan long":     {with(2, strings.Repeat("x", imports.JabatanMax+1)), "C2: Jabatan terlalu panjang (251 karakter)"},
		"jenjang unknown":  {with(3, "Eselon I"), `D2: Jenjang "Eselon I" tidak dikenal; pilih: JPT Pratama, Administrator, Pengawas, Fungsional Tertentu, Fungsional Umum.`},
		"opd long":         {with(4, strings.Repeat("x", imports.OPDMax+1)), "E2: OPD terlalu panjang (201 karakter)"},
		"hp wrong":         {with(5, "0711-123456"), `F2: No HP "0711-123456" tidak dikenal; tulis satu nomor HP`},
		"hp two":           {with(5, "08123456789 / 08123456780"), `F2: No HP "08123456789 / 08123456780" tidak dikenal`},
		"nilai long":       {with(6, strings.Repeat("9", imports.NilaiMax+1)), "G2: Nilai Kompetensi terlalu panjang (51 karakter)"},
		"rekomendasi long": {with(7, strings.Repeat("x", flow.RekomendasiMax+1)), "H2: Rekomendasi terlalu panjang (151 karakter)"},
		"peran unknown":    {with(8, "Admin OPD; Kepala"), `I2: Peran "Kepala" tidak dikenal; pilih: Admin OPD, Admin SIIP-ASN. Pisahkan dengan titik koma (;), atau kosongkan.`},
		"truth":            {with(1, true), "B2: Nama berisi nilai BENAR/SALAH"},
		"date":             {with(6, time.Date(2026, 5, 8, 0, 0, 0, 0, time.UTC)), "G2: Nilai Kompetensi berisi tanggal atau jam, bukan teks; ubah format sel itu menjadi Teks"},
		"time":             {with(2, 8*time.Hour), "C2: Jabatan berisi tanggal atau jam"},
	} {
		t.Run(name, func(t *testing.T) {
			got, faults, err := readPegawai(bookOf(t, "Pegawai", header, c.row))
			if err != nil || len(got.Rows) > 0 {
				t.Error(got, err)
			}
			wantFaults(t, faults, c.want)
		})
	}
}

// Limits are characters, not bytes, and what is on the limit is right.
func TestPegawaiLongest(t *testing.T) {
	row := person(1)
	row[1] = strings.Repeat("Ä", imports.NamaMax)
	if _, faults, err := readPegawai(bookOf(t, "Pegawai", pegawaiHeader, row)); err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
}

func TestNIPTwice(t *testing.T) {
	_, faults, err := readPegawai(bookOf(t, "Pegawai", pegawaiHeader, person(1), person(2), person(1)))
	if err != nil {
		t.Fatal(err)
	}
	wantFaults(t, faults, "A4: NIP ini sudah ada di sel A2; hapus salah satu barisnya.")
}

func TestHeaderFaults(t *testing.T) {
	t.Run("missing and twice", func(t *testing.T) {
		_, faults, err := readPegawai(bookOf(t, "Pegawai",
			[]any{"NIP", "Nama", "nama", "OPD"}, []any{"1", "SARI", "BUDI", "Dinas"}))
		if err != nil {
			t.Fatal(err)
		}
		wantFaults(t, faults, "C1: Judul kolom Nama sudah ada di sel B1", ": Kolom Jabatan tidak ada", ": Kolom Jenjang tidak ada", "A2: NIP salah")
	})
	for name, rows := range map[string][][]any{
		"no header": {person(1)},
		"nothing":   {},
	} {
		t.Run(name, func(t *testing.T) {
			_, faults, err := readPegawai(bookOf(t, "Pegawai", rows...))
			if err != nil {
				t.Fatal(err)
			}
			wantFaults(t, faults, "A1: Judul kolom tidak ditemukan dalam sepuluh baris pertama; tulis satu baris berisi judul: NIP, Nama, Jabatan, Jenjang, OPD; bila ada juga: No HP, Nilai Kompetensi,")
		})
	}
}

func TestNoRows(t *testing.T) {
	_, faults, err := readPegawai(bookOf(t, "Pegawai", pegawaiHeader, []any{"", " ", "-"}))
	var file *FileError
	if !errors.As(err, &file) || file.Reason != `Lembar "Pegawai" belum berisi baris data. Silakan isi mulai baris 2, lalu coba lagi.` {
		t.Error(faults, err)
	}
}

func TestCellFaults(t *testing.T) {
	file := edited(t, "Pegawai", func(f *excelize.File) {
		header := append([]any{"Catatan"}, pegawaiHeader...)
		for i, row := range [][]any{header, append([]any{""}, person(1)...), append([]any{""}, person(2)...), append([]any{""}, person(3)...)} {
			if err := f.SetSheetRow("Pegawai", workbook.Ref(1, i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		for _, err := range []error{
			f.SetCellFormula("Pegawai", "A2", "1+1"), // not a column of the form
			f.SetCellFormula("Pegawai", "C2", `"SARI"&" MAWAR"`),
			f.SetCellFormula("Pegawai", "C9", `""`), // filled down too far
			f.SetCellDefault("Pegawai", "D3", "#N/A"),
			f.MergeCell("Pegawai", "A2", "A3"),
			f.MergeCell("Pegawai", "F3", "F4"),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	_, faults, err := readPegawai(asMistake(t, file))
	if err != nil {
		t.Fatal(err)
	}
	wantFaults(t, faults,
		"F3: Sel F3:F4 digabung; pisahkan",
		"C2: Nama berisi rumus; salin sel itu lalu tempel sebagai nilai",
		"D3: Jabatan berisi galat Excel #N/A; ketik isinya.",
		"F4: OPD wajib diisi.",
	)
}

// asMistake makes of the text #N/A what Excel makes of it.
func asMistake(t testing.TB, b []byte) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	part, _ := f.Pkg.Load("xl/worksheets/sheet1.xml")
	f.Pkg.Store("xl/worksheets/sheet1.xml", regexp.MustCompile(`<c r="D3".*?</c>`).ReplaceAll(part.([]byte), []byte(`<c r="D3" t="e"><v>#N/A</v></c>`)))
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// All faults are told, up to a cap; then one that says that there are more.
func TestFaultsCap(t *testing.T) {
	t.Parallel()
	for _, n := range []int{form.FaultsMax / 5, form.FaultsMax/5 + 1, 3000} {
		rows := [][]any{pegawaiHeader}
		for i := range n {
			rows = append(rows, []any{fmt.Sprint(i), "", "", "", "", "x"})
			rows[i+1][2], rows[i+1][3] = "", "?"
		}
		_, faults, err := readPegawai(bookOf(t, "Pegawai", rows...))
		if err != nil {
			t.Fatal(err)
		}
		want := min(5*n, form.FaultsMax)
		if 5*n > form.FaultsMax {
			want++
		}
		if len(faults) != want {
			t.Errorf("%d rows: %d faults, want %d", n, len(faults), want)
		}
		if more := strings.HasPrefix(faults[len(faults)-1].Reason, "Masih ada kesalahan lain"); more != (5*n > form.FaultsMax) {
			t.Errorf("%d rows: %v", n, faults[len(faults)-1])
		}
	}
}

// TestRightRowsAmongWrongOnes are counted, unless the header or merged cells make them doubtful.
func TestRightRowsAmongWrongOnes(t *testing.T) {
	wrong := person(2)
	wrong[0] = "123"
	got, faults, err := readPegawai(bookOf(t, "Pegawai", pegawaiHeader, person(1), wrong, person(3), person(1)))
	if err != nil || len(faults) != 2 || len(got.Rows) != 2 || got.Wrong != 2 {
		t.Errorf("%+v %v %v", got, faults, err)
	}
	got, faults, err = readPegawai(bookOf(t, "Pegawai", pegawaiHeader[:3], person(1)))
	if err != nil || len(faults) == 0 || len(got.Rows) != 0 {
		t.Errorf("%+v %v %v", got, faults, err)
	}
}
