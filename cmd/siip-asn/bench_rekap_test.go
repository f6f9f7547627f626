//go:build unix

package main

import (
	"context"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow/dialog"
	"siip-asn/flow/kalender"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// BenchmarkReports makes what is sent of a rekap over 5,000 and 100,000 usulan, from the database to the last byte, with
// the collector as the program sets it. Somebody else taps meanwhile, and for comparison while nothing is made: ms-…-tap are his steps in the
// store, each with its commit; MiB-peak is the memory of the whole process beyond the pages of the database.
//
//	go test ./cmd/siip-asn -run '^$' -bench Reports -benchtime 3x
func BenchmarkReports(b *testing.B) {
	tuneCollector()
	defer debug.SetGCPercent(100)
	year := kalender.TanggalOf(time.Now()).Periode()
	for _, size := range []struct {
		name   string
		usulan int
	}{{"5000", cityPeople}, {"100000", province}} {
		c, s := city(b, size.usulan, true)
		s = withCore(b, c, s)
		sys := office.Over(c, s, time.Now)
		b.Run("nothing/"+size.name, func(b *testing.B) {
			taps := tapping(b, s)
			for b.Loop() {
				time.Sleep(time.Second)
			}
			reportTaps(b, taps())
		})
		for _, kind := range []dialog.JenisLaporan{dialog.LaporanRekap, dialog.LaporanRingkas, dialog.LaporanRencana, dialog.LaporanSimulasi} {
			b.Run(string(kind)+"/"+size.name, func(b *testing.B) {
				debug.FreeOSMemory()
				before := memoryOf(os.Getpid(), "RssAnon")
				peak := watchMemory()
				taps := tapping(b, s)
				began := cpuTime()
				for b.Loop() {
					render(b, sys, dialog.Laporan{Jenis: kind, Periode: year, Pagu: 1_000_000_000, Urutan: "merata"})
				}
				b.ReportMetric(milliseconds(cpuTime()-began)/float64(b.N), "cpu-ms/op")
				list := taps()
				b.ReportMetric(peak(), "MiB-peak")
				b.ReportMetric(before, "MiB-before")
				reportTaps(b, list)
			})
		}
	}
}

// reportTaps says how long steps took, which are in order.
func reportTaps(b *testing.B, list []time.Duration) {
	b.ReportMetric(milliseconds(list[len(list)-1]), "ms-worst-tap")
	b.ReportMetric(milliseconds(list[len(list)*95/100]), "ms-p95-tap")
	b.ReportMetric(milliseconds(list[len(list)/2]), "ms-median-tap")
}

// withCore opens the database of a city anew, with the core of the program in place of one that makes usulan.
func withCore(b *testing.B, c config.Config, s *store.Store) *store.Store {
	b.Helper()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	s, err := store.Open(c.Database, office.StoreOptions(c))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s
}

// render makes every part of a report to its last byte.
func render(b *testing.B, sys *office.Office, l dialog.Laporan) {
	b.Helper()
	parts, err := sys.Render(context.Background(), l)
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range parts {
		if p.Write == nil {
			continue
		}
		if err := p.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// tapping lets one person open the menu every ten milliseconds until the durations of it all are asked for, in order.
func tapping(b *testing.B, s *store.Store) func() []time.Duration {
	stop, over := make(chan struct{}), make(chan []time.Duration)
	go func() {
		var took []time.Duration
		for {
			began := time.Now()
			if _, err := s.Apply([]post.Incoming{{Event: dialog.Event{At: began, From: 999_999_999, Input: dialog.Command{Name: "start"}}}}); err != nil {
				b.Error(err)
			}
			took = append(took, time.Since(began))
			select {
			case <-stop:
				slices.Sort(took)
				over <- took
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	}()
	return func() []time.Duration {
		close(stop)
		return <-over
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
