package incoming

import (
	"fmt"
	"io"
	"testing"

	"siip-asn/reports/sheet"
)

func BenchmarkReadPegawai(b *testing.B) {
	for _, n := range []int{5_000, 20_000, sheet.RowsMax} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rows := [][]any{append(pegawaiHeader, "No HP", "Nilai Kompetensi")}
			for i := range n {
				rows = append(rows, person(i, 81200000000+i, 78.5))
			}
			file := bookOf(b, "Pegawai", rows...)
			b.ReportAllocs()
			for b.Loop() {
				got, faults, err := readPegawai(file)
				if err != nil || len(faults) > 0 || len(got.Rows) != n {
					b.Fatal(len(got.Rows), faults[:min(3, len(faults))], err)
				}
			}
		})
	}
}

// BenchmarkSIASN reads an export of 20,000 rows and 70 columns, and tells the memory that is in use at most.
func BenchmarkSIASN(b *testing.B) {
	const rows, columns = 20_000, 70
	head := names(siasnForm.Columns)
	for len(head) < columns {
		head = append(head, fmt.Sprintf("KOLOM LAIN %d", len(head)))
	}
	file := stream(b, map[string]func(io.Writer){sheet1: func(w io.Writer) {
		fmt.Fprintf(w, "<worksheet><sheetData>%s", inline(1, head...))
		for n := range rows {
			row := []string{
				"'" + string(sampleNIP(n)), fmt.Sprintf("PEGAWAI CONTOH %d", n), "Dr.", "S.Pd.", fmt.Sprintf("0812%08d", n), "Aktif", "Jabatan Pelaksana",
				fmt.Sprintf("Jabatan %d", n%300), fmt.Sprintf("SEKSI %d - DINAS CONTOH %d - PEMERINTAH KOTA CONTOH", n%9, n%60), "",
			}
			for len(row) < columns {
				row = append(row, fmt.Sprintf("isi kolom %d baris %d", len(row), n))
			}
			_, _ = io.WriteString(w, inline(n+2, row...))
		}
		_, _ = io.WriteString(w, "</sheetData></worksheet>")
	}})
	b.Logf("%d MB", len(file)>>20)
	b.ReportAllocs()
	var memory uint64
	for b.Loop() {
		var isi Contents
		var err error
		_, m := measured(func() { isi, err = baca(file, "") })
		memory = max(memory, m)
		if err != nil || len(isi.Faults) > 0 || len(isi.Pegawai.Rows) != rows || isi.Understood.Origin != "SIASN" {
			b.Fatal(err, len(isi.Pegawai.Rows), isi.Faults[:min(3, len(isi.Faults))])
		}
	}
	b.ReportMetric(float64(memory>>20), "MB-most")
}
