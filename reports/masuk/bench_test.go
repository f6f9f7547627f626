package masuk

import (
	"fmt"
	"testing"

	"siip-asn/reports/lembar"
)

func BenchmarkReadPegawai(b *testing.B) {
	for _, n := range []int{5_000, 20_000, lembar.RowsMax} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rows := [][]any{append(pegawaiHeader, "No HP", "Nilai Kompetensi")}
			for i := range n {
				rows = append(rows, person(i, 81200000000+i, 78.5))
			}
			file := workbook(b, "Pegawai", rows...)
			b.ReportAllocs()
			for b.Loop() {
				got, faults, err := readPegawai(file)
				if err != nil || len(faults) > 0 || len(got.Baris) != n {
					b.Fatal(len(got.Baris), faults[:min(3, len(faults))], err)
				}
			}
		})
	}
}
