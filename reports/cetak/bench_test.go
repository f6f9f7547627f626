package cetak

import (
	"io"
	"slices"
	"testing"

	"siip-asn/reports/sample"
)

func BenchmarkWriteCetak(b *testing.B) {
	rows := sample.Data(5_000)
	for b.Loop() {
		if err := Write(io.Discard, sample.Header(), slices.Values(rows)); err != nil {
			b.Fatal(err)
		}
	}
}
