package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/demo"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// province is twenty cities in one database.
const province = 100_000

// BenchmarkDaftar finds a page of the list over 100,000 usulan: with filters, and with words.
func BenchmarkDaftar(b *testing.B) {
	_, s := city(b, province, true)
	for name, f := range map[string]daftar.Filter{
		"all":     {},
		"filters": {OPD: 3, Status: flow.Masuk, Periode: kalender.TanggalOf(time.Now()).Periode(), Terlama: true},
		"words":   {Text: "amiruddin pelatihan"},
		"nip":     {Text: "19010301"},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				err := s.Read(func(r *store.Reader) error {
					if page := r.Daftar(f, 0, 10); page.Total == 0 {
						return errors.New("an empty page")
					}
					return nil
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkExport makes the workbook of 100,000 usulan, and reads how much memory of its own that takes: the pages of the
// database are the system's, which takes them back when it needs them.
func BenchmarkExport(b *testing.B) {
	c, s := city(b, province, true)
	sys := office.Over(c, s, time.Now)
	debug.FreeOSMemory()
	peak := watchMemory()
	for b.Loop() {
		parts, err := sys.Render(context.Background(), dialog.Laporan{Jenis: dialog.LaporanData})
		if err != nil {
			b.Fatal(err)
		}
		if err := parts[0].Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(peak(), "MiB-peak")
}

// watchMemory looks at this process's own memory again and again until the peak is asked for.
func watchMemory() func() float64 {
	stop, peak := make(chan struct{}), make(chan float64)
	go func() {
		most := 0.0
		for {
			most = max(most, memoryOf(os.Getpid(), "RssAnon"))
			select {
			case <-stop:
				peak <- most
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() float64 {
		close(stop)
		return <-peak
	}
}

// BenchmarkBorongan approves 1,000 forwarded usulan in one go, part by part, and taps in between as somebody else.
func BenchmarkBorongan(b *testing.B) {
	const rows = 1000
	for b.Loop() {
		b.StopTimer()
		s, admin, ids := bulkOffice(b, rows)
		b.StartTimer()
		var worst time.Duration
		for {
			chats, err := s.Unfinished()
			if err != nil {
				b.Fatal(err)
			}
			if !slices.Contains(chats, admin) { // the clock has work of its own, after the import
				break
			}
			apply(b, s, dialog.Event{From: admin, Input: dialog.Continue{}})
			began := time.Now()
			apply(b, s, dialog.Event{From: 999, Input: dialog.Command{Name: "start"}})
			worst = max(worst, time.Since(began))
		}
		b.ReportMetric(float64(worst.Microseconds())/1000, "ms-worst-tap")
		b.StopTimer()
		err := s.Read(func(r *store.Reader) error {
			if got := len(r.Matching(daftar.Filter{Status: flow.Disetujui})); got != len(ids) {
				return fmt.Errorf("%d of %d approved", got, len(ids))
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

func apply(b *testing.B, s *store.Store, e dialog.Event) {
	b.Helper()
	e.At = time.Now()
	if _, err := s.Apply([]post.Incoming{{Event: e}}); err != nil {
		b.Fatal(err)
	}
}

// bulkOffice has so many forwarded usulan of bound people, and an Admin SIIP-ASN who has confirmed Setujui for all.
func bulkOffice(b *testing.B, rows int) (*store.Store, flow.AccountID, []flow.UsulanID) {
	b.Helper()
	c := config.Defaults()
	c.Database = b.TempDir() + "/siip-asn.db"
	var ids []flow.UsulanID
	const admin flow.AccountID = 1
	step := func(r dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		if _, setting := e.Input.(dialog.Other); !setting {
			return percakapan.Step(r, s, e)
		}
		p, _ := r.Pegawai(flow.PegawaiID(e.From))
		effects := []dialog.Effect{dialog.SaveAccount{Account: flow.Account{ID: e.From, Pegawai: p.ID, Menu: p.PeranWords()}}}
		if e.From == admin {
			return s, effects, nil
		}
		u := flow.Usulan{
			ID: e.Usulan, Versi: 1, Pegawai: p.ID, Pembuat: p.ID, OPD: p.OPD, Jenjang: p.Jenjang, Panduan: 3,
			TanggalUsul: kalender.TanggalOf(e.At), Status: flow.Diteruskan, Sejak: e.At,
		}
		ids = append(ids, u.ID)
		return s, append(effects, dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: jejak.Entry{Usulan: u.ID, Aksi: flow.Simpan, Ke: flow.Diteruskan}}), nil
	}
	s, err := store.Open(c.Database, store.Options{Aturan: c.Aturan(), Step: step})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	if _, err := s.ImportPegawai(demo.Rows(rows+1), imports.ImportCommand, time.Now(), false, nil); err != nil {
		b.Fatal(err)
	}
	for n := 1; n <= rows+1; n++ {
		apply(b, s, dialog.Event{From: flow.AccountID(n), Input: dialog.Other{}})
	}
	apply(b, s, dialog.Event{From: admin, Input: dialog.Command{Name: "daftar"}})
	for _, word := range []string{"memilih", "semua"} {
		tapPlace(b, s, admin, word, 0)
	}
	tapPlace(b, s, admin, "borong", uint64(flow.Setujui))
	tapPlace(b, s, admin, "ya", 0)
	return s, admin, ids
}

// tapPlace presses a button of the place where somebody is.
func tapPlace(b *testing.B, s *store.Store, who flow.AccountID, word string, id uint64) {
	b.Helper()
	tickets, err := s.Pending()
	if err != nil {
		b.Fatal(err)
	}
	for i := len(tickets) - 1; i >= 0; i-- {
		d, _, err := s.Ready(tickets[i])
		if err != nil {
			b.Fatal(err)
		}
		if d.To != who || d.Show == nil {
			continue
		}
		for _, row := range d.Show.Screen.Rows {
			for _, c := range row {
				if c.Button.Word == word && (id == 0 || c.Button.ID == id) {
					apply(b, s, dialog.Event{From: who, Input: dialog.Tap{Button: c.Button}})
					return
				}
			}
		}
	}
	b.Fatalf("no button %s", word)
}
