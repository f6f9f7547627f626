package reports

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"testing"
)

func BenchmarkWriteRekap(b *testing.B) {
	for _, n := range []int{5_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := sampleRekap(n)
			b.ReportAllocs()
			for b.Loop() {
				if err := WriteRekap(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWriteCetak(b *testing.B) {
	rows := sampleData(5_000)
	for b.Loop() {
		if err := WriteCetak(io.Discard, sampleDaftaran(), slices.Values(rows)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadPegawai(b *testing.B) {
	for _, n := range []int{5_000, 20_000, maxRows} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rows := [][]any{append(pegawaiHeader, "No HP", "Nilai Kompetensi")}
			for i := range n {
				rows = append(rows, person(i, 81200000000+i, 78.5))
			}
			file := workbook(b, "Pegawai", rows...)
			b.ReportAllocs()
			for b.Loop() {
				got, faults, err := ReadPegawai(bytes.NewReader(file), int64(len(file)))
				if err != nil || len(faults) > 0 || len(got.Baris) != n {
					b.Fatal(len(got.Baris), faults[:min(3, len(faults))], err)
				}
			}
		})
	}
}
