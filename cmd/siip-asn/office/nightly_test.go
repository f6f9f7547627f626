package office

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/store"
)

// night is an office whose clock the test sets; it does not run.
type night struct {
	*Office
	t      *testing.T
	clock  time.Time
	logged bytes.Buffer
}

func newNight(t *testing.T) *night {
	n := &night{t: t}
	c := config.Defaults()
	c.Token, c.APIURL = "424242:RAHASIA", "http://127.0.0.1:1" // nobody is asked
	c.Database, c.DirBackup = filepath.Join(t.TempDir(), "siip-asn.db"), t.TempDir()
	n.clock = time.Date(2026, 11, 24, 1, 59, 0, 0, c.Zona)
	sys, err := Open(c, Options{Now: func() time.Time { return n.clock }, Log: slog.New(slog.NewTextHandler(&n.logged, nil))})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { sys.Close() })
	n.Office = sys
	return n
}

// after lets time pass, and the clock tick.
func (n *night) after(d time.Duration) {
	n.clock = n.clock.Add(d)
	n.backupIfDue()
}

func (n *night) has(want ...string) {
	n.t.Helper()
	var names []string
	for _, path := range Backups(n.Config.DirBackup) {
		names = append(names, filepath.Base(path))
	}
	if fmt.Sprint(names) != fmt.Sprint(want) {
		n.t.Errorf("copies %q, want %q\n%s", names, want, n.logged.String())
	}
}

func (n *night) status() string {
	n.t.Helper()
	lines, err := n.Status()
	if err != nil {
		n.t.Fatal(err)
	}
	var out strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&out, "%s: %s\n", l.What, l.Text)
	}
	return out.String()
}

func (n *night) metrics() string {
	page := httptest.NewRecorder()
	promhttp.HandlerFor(n.watch.registry, promhttp.HandlerOpts{}).ServeHTTP(page, httptest.NewRequest("GET", "/metrics", nil))
	return page.Body.String()
}

// TestEveryNightACopyAndTheNewestAreKept goes through some nights; the machine sleeps through one of them.
func TestEveryNightACopyAndTheNewestAreKept(t *testing.T) {
	n := newNight(t)
	n.Config.SimpanBackup = 2
	n.after(0) // yesterday's was never made: now it is
	n.has("siip-asn-20261124-015900.db")
	n.after(time.Minute)
	n.has("siip-asn-20261124-015900.db", "siip-asn-20261124-020000.db")
	n.after(time.Hour)
	n.has("siip-asn-20261124-015900.db", "siip-asn-20261124-020000.db")
	left := filepath.Join(n.Config.DirBackup, ".siip-asn-20261124-030000.db.123")
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	n.after(30 * time.Hour)
	n.has("siip-asn-20261124-020000.db", "siip-asn-20261125-090000.db")
	files, _ := os.ReadDir(n.Config.DirBackup)
	if len(files) != 4 { // two copies, two seals
		t.Errorf("in the folder: %v", files)
	}
	for _, path := range Backups(n.Config.DirBackup) {
		if err := store.Verify(path); err != nil {
			t.Error(err)
		}
	}
	n.Config.JadwalBackup = config.Schedule{}
	n.after(100 * time.Hour)
	n.has("siip-asn-20261124-020000.db", "siip-asn-20261125-090000.db")
}

// TestABackupThatFailsIsSeen takes the folder away and gives it back.
func TestABackupThatFailsIsSeen(t *testing.T) {
	n := newNight(t)
	folder := n.Config.DirBackup
	n.Config.DirBackup = filepath.Join(folder, "berkas")
	if err := os.WriteFile(n.Config.DirBackup, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	n.after(time.Minute)
	for where, text := range map[string]string{"log": n.logged.String(), "status": n.status(), "metrics": n.metrics()} {
		want := map[string]string{"log": "backup has failed", "status": "Salinan: GAGAL 0 detik lalu", "metrics": "siip_backup_failed 1"}[where]
		if !strings.Contains(text, want) {
			t.Errorf("the %s says nothing of it:\n%s", where, text)
		}
	}
	n.after(time.Minute)
	if tries := strings.Count(n.logged.String(), "backup has failed"); tries != 1 {
		t.Errorf("%d tries within a minute", tries)
	}
	if err := errors.Join(os.Remove(n.Config.DirBackup), os.Mkdir(n.Config.DirBackup, 0o700)); err != nil {
		t.Fatal(err)
	}
	n.after(time.Hour)
	n.has("siip-asn-20261124-030100.db")
	if text := n.status(); !strings.Contains(text, "terakhir 0 detik lalu, 1 berkas di") || !strings.Contains(n.metrics(), "siip_backup_failed 0") {
		t.Error(text)
	}
}

// TestABackupEndsWithTheProgram does not let a large copy hold up the end.
func TestABackupEndsWithTheProgram(t *testing.T) {
	n := newNight(t)
	close(n.ending)
	n.after(time.Minute)
	n.has()
	if files, _ := os.ReadDir(n.Config.DirBackup); len(files) > 0 {
		t.Errorf("left: %v", files)
	}
	if _, problem := n.nightly.failed(); problem != nil {
		t.Errorf("that is no failure: %v", problem)
	}
}

// TestAFullDiskIsNoHealth asks as a machine does.
func TestAFullDiskIsNoHealth(t *testing.T) {
	n := newNight(t)
	n.watch.DiskFull(os.ErrInvalid)
	page := httptest.NewRecorder()
	n.HealthPage().ServeHTTP(page, httptest.NewRequest("GET", "/healthz", nil))
	if page.Code != 503 || !strings.Contains(page.Body.String(), "disk is full") {
		t.Error(page.Code, page.Body)
	}
}

// TestALeapOfTheClockCostsNoCopy: for one minute the clock is three years ahead, and a copy is made under that name.
func TestALeapOfTheClockCostsNoCopy(t *testing.T) {
	n := newNight(t)
	n.Config.SimpanBackup = 2
	n.ticks(time.Minute)
	n.has("siip-asn-20261124-020000.db")
	n.ticks(3 * 365 * 24 * time.Hour)
	n.has("siip-asn-20261124-020000.db", "siip-asn-20291123-020000.db")
	page := httptest.NewRecorder()
	n.HealthPage().ServeHTTP(page, httptest.NewRequest("GET", "/healthz", nil))
	if page.Code != 503 || !strings.Contains(page.Body.String(), "the clock has leapt by 26280h0m0s") {
		t.Error(page.Code, page.Body)
	}
	if text := n.status(); !strings.Contains(text, "Jam: MELOMPAT 1095 hari ke depan dari 24-11-2026 02.00; periksa jam mesin ini") {
		t.Error(text)
	}
	if text := n.logged.String(); !strings.Contains(text, "the clock of the machine has leapt") {
		t.Error(text)
	}
	n.ticks(-3 * 365 * 24 * time.Hour)
	for range 3 {
		n.ticks(24 * time.Hour)
	}
	n.has("siip-asn-20261126-020000.db", "siip-asn-20261127-020000.db", "siip-asn-20291123-020000.db")
	if text := n.status(); strings.Contains(text, "Jam:") || !strings.Contains(text, "Salinan: terakhir 0 detik lalu") {
		t.Error(text)
	}
}

// ticks lets time pass, and the clock of the program tick.
func (n *night) ticks(d time.Duration) {
	n.t.Helper()
	n.clock = n.clock.Add(d)
	if err := n.tick(); err != nil {
		n.t.Fatal(err)
	}
	n.backupIfDue()
}

// TestAFailedTryInTheFutureIsNone: it failed while the clock was ahead.
func TestAFailedTryInTheFutureIsNone(t *testing.T) {
	var n nightly
	at := time.Date(2026, 11, 24, 2, 0, 0, 0, time.UTC)
	if !n.may(at.AddDate(3, 0, 0)) {
		t.Fatal("the first try")
	}
	n.note(os.ErrInvalid)
	if !n.may(at) {
		t.Error("no copy is tried for three years")
	}
	if n.may(at.Add(time.Minute)) {
		t.Error("tried again after a minute")
	}
}

// TestAnEmptyDatabaseRotatesNothingAway: the path in the config is wrong, and a new database is copied night after night.
func TestAnEmptyDatabaseRotatesNothingAway(t *testing.T) {
	n := newNight(t)
	n.Config.SimpanBackup = 2
	if _, err := n.Store.ImportPanduan([]imports.BarisPanduan{{Nama: "Pelatihan Arsip Contoh", Kompetensi: flow.Teknis}}, imports.ImportCommand, n.clock, false); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		n.after(24 * time.Hour)
	}
	full := []string{"siip-asn-20261126-015900.db", "siip-asn-20261127-015900.db"}
	n.has(full...)
	empty := newNight(t)
	empty.Config.DirBackup, empty.Config.SimpanBackup, empty.clock = n.Config.DirBackup, 2, n.clock
	for range 4 {
		empty.after(24 * time.Hour)
	}
	empty.has(append(full, "siip-asn-20261130-015900.db", "siip-asn-20261201-015900.db")...)
}
