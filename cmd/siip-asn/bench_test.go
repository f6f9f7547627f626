package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/demo"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/flow/post"
	"siip-asn/reports/incoming"
	"siip-asn/store"
)

// The figures of the README come from here: go test -bench . -benchtime 10x ./cmd/siip-asn

// cityPeople is a city as the program is made for.
const cityPeople = 5000

// city is a database with that many pegawai, and an usulan of each of them when asked for.
func city(b *testing.B, people int, usulan bool) (config.Config, *store.Store) {
	b.Helper()
	c := config.Defaults()
	c.Database = filepath.Join(b.TempDir(), "siip-asn.db")
	step := office.StoreOptions(c)
	if usulan {
		step.Step = proposeAtOnce
	}
	s, err := store.Open(c.Database, step)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	if _, err := s.ImportPegawai(demo.Rows(people), imports.ImportCommand, time.Now(), false, nil); err != nil {
		b.Fatal(err)
	}
	for n := 1; usulan && n <= people; n += 100 {
		var batch []post.Incoming
		for i := n; i < n+100; i++ {
			batch = append(batch, post.Incoming{Event: dialog.Event{At: time.Now(), From: flow.AccountID(i), Input: dialog.Other{}}})
		}
		if _, err := s.Apply(batch); err != nil {
			b.Fatal(err)
		}
	}
	return c, s
}

// proposeAtOnce is a core in which everything that the n-th person does is a new usulan.
func proposeAtOnce(r dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	p, _ := r.Pegawai(flow.PegawaiID(e.From))
	u := flow.Usulan{
		ID: e.Usulan, Versi: 1, Pegawai: p.ID, Pembuat: p.ID, OPD: p.OPD, Jenjang: p.Jenjang,
		TanggalUsul: kalender.TanggalOf(e.At), Status: flow.Masuk, Sejak: e.At, Panduan: flow.PanduanID(1 + e.From%7),
	}
	if e.From%5 == 0 {
		u.Panduan, u.Judul = 0, fmt.Sprintf("Pelatihan Rekaan %d", e.From%37)
	}
	return s, []dialog.Effect{dialog.SaveUsulan{Usulan: u}, dialog.AppendHistory{Entry: jejak.Entry{Usulan: u.ID, Aksi: flow.Simpan, Ke: flow.Masuk}}}, nil
}

// BenchmarkImport reads a workbook of 5,000 pegawai and writes them all.
func BenchmarkImport(b *testing.B) {
	book := workbook(b)
	for b.Loop() {
		s, err := store.Open(filepath.Join(b.TempDir(), "x.db"), office.StoreOptions(config.Defaults()))
		if err != nil {
			b.Fatal(err)
		}
		read, err := incoming.Read(b.Context(), bytes.NewReader(book), int64(len(book)), imports.KindPegawai)
		if err != nil || len(read.Faults) > 0 || len(read.Pegawai.Rows) != cityPeople {
			b.Fatal(err, read.Faults)
		}
		if _, err := s.ImportPegawai(read.Pegawai, imports.ImportCommand, time.Now(), false, nil); err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}

// BenchmarkRekap makes the text and the workbook over 5,000 usulan.
func BenchmarkRekap(b *testing.B) {
	c, s := city(b, cityPeople, true)
	sys := office.Over(c, s, time.Now)
	for b.Loop() {
		parts, err := sys.Render(context.Background(), dialog.Laporan{Jenis: dialog.LaporanRekap})
		if err != nil {
			b.Fatal(err)
		}
		if err := parts[len(parts)-1].Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStart starts the real program on a city and waits for its first poll; it also reads the memory that it uses
// at rest.
func BenchmarkStart(b *testing.B) {
	c, s := city(b, cityPeople, true)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	o := newOffice(b)
	path := filepath.Join(b.TempDir(), "config.yaml")
	text := fmt.Sprintf("telegram:\n  token: %s\n  api_url: %s\ndatabase:\n  path: %s\nbackup:\n  jadwal: \"\"\n", testToken, o.config.APIURL, c.Database)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	var rss float64
	for b.Loop() {
		before := len(o.sim.Calls("getUpdates"))
		cmd := exec.Command(os.Args[0], "serve", "--config", path)
		cmd.Env = append(os.Environ(), "SIIP_ASN_BE_THE_PROGRAM=1")
		if err := cmd.Start(); err != nil {
			b.Fatal(err)
		}
		err := o.sim.Wait(context.Background(), func() bool { return len(o.sim.Calls("getUpdates")) > before || o.sim.Polling() })
		b.StopTimer()
		time.Sleep(time.Second)
		rss = max(rss, memoryOf(cmd.Process.Pid, "VmRSS"))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(rss, "MiB-at-rest")
}

// memoryOf is a line of what the system tells of a process (VmRSS, RssAnon), in MiB; 0 where it does not tell.
func memoryOf(pid int, what string) float64 {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for line := range strings.Lines(string(text)) {
		var kib float64
		if _, err := fmt.Sscanf(line, what+": %f kB", &kib); err == nil {
			return kib / 1024
		}
	}
	return 0
}

// workbook is the sample people as a workbook of pegawai.
func workbook(b *testing.B) []byte {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	sheet, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	rows := [][]any{{"NIP", "Nama", "Jabatan", "Jenjang", "OPD", "No HP", "Nilai Kompetensi", "Rekomendasi"}}
	for _, r := range demo.Rows(cityPeople).Rows {
		rows = append(rows, []any{string(r.NIP), r.Nama, r.Jabatan, string(r.Jenjang), r.OPD, string(r.HP), r.Nilai, r.Rekomendasi})
	}
	for i, row := range rows {
		if err := sheet.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			b.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := errors.Join(sheet.Flush(), f.Write(&out)); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}
