package cetak

import (
	"io"
	"slices"
	"testing"

	"siip-asn/reports/contoh"
)

func BenchmarkWriteCetak(b *testing.B) {
	rows := contoh.Data(5_000)
	for b.Loop() {
		if err := Write(io.Discard, contoh.Daftaran(), slices.Values(rows)); err != nil {
			b.Fatal(err)
		}
	}
}
