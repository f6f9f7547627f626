package rekap

import (
	"fmt"
	"io"
	"testing"

	"siip-asn/reports/sample"
)

func BenchmarkWriteRekap(b *testing.B) {
	for _, n := range []int{5_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := sample.Rekap(n)
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, r, sample.Tanda()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
