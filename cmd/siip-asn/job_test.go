package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/process"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// shell is an operator beside a bot: he types commands of the program.
type shell struct {
	t      *testing.T
	config string
}

func (o *rig) shell() shell {
	t := o.t.(*testing.T)
	return shell{t, process.WriteFile(t, "config.yaml", fmt.Sprintf("database:\n  path: %q\nbackup:\n  dir: %q\n", o.config.Database, o.config.DirBackup))}
}

// types runs a command that works, and gives what it prints.
func (s shell) types(args ...string) (result, words string) {
	s.t.Helper()
	var out, say bytes.Buffer
	a := &cli.App{Stdout: &out, Stderr: &say, Now: time.Now}
	if status := a.Run(context.Background(), append(args, "--config", s.config), rootCommand); status != cli.Worked {
		s.t.Fatalf("siip-asn %s: exit status %d\n%s", strings.Join(args, " "), status, say.String())
	}
	return out.String(), say.String()
}

// runs starts the bot and waits until it polls.
func (o *rig) runs() {
	o.t.Helper()
	o.run()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := o.sim.Wait(ctx, o.sim.Polling); err != nil {
		o.t.Fatal(err)
	}
}

// TestCommandsWorkWhileTheBotRuns types every command that needs the database beside a bot that has it open.
func TestCommandsWorkWhileTheBotRuns(t *testing.T) {
	o := newOffice(t)
	o.runs()
	defer o.stop()
	budi := o.person(1, "Budi")
	budi.enters()
	sh, dir := o.shell(), t.TempDir()
	if out, _ := sh.types("check"); !strings.Contains(out, "utuh: 4 pegawai") {
		t.Error(out)
	}
	if out, _ := sh.types("status"); !strings.Contains(out, "berjalan sejak") || !strings.Contains(out, "4 orang, 1 di antaranya terhubung") {
		t.Error(out)
	}
	if out, say := sh.types("invite", "--all"); strings.Count(out, "https://t.me/siip_asn_bot?start=") != 3 || say != "" {
		t.Error(out, say)
	}
	sh.types("invite", "--nip", "190101021925011002", "--out", filepath.Join(dir, "kode.xlsx"))
	if _, say := sh.types("rekap", "--out", filepath.Join(dir, "rekap.xlsx")); !strings.Contains(say, "Rekap SIIP-ASN") {
		t.Error(say)
	}
	sh.types("backup", filepath.Join(dir, "salinan.db"))
	if err := store.Verify(filepath.Join(dir, "salinan.db")); err != nil {
		t.Error(err)
	}
	if _, say := sh.types("dead", "list"); !strings.Contains(say, "Tidak ada pesan gagal") {
		t.Error(say)
	}
	if _, err := os.Stat(filepath.Join(dir, "kode.xlsx")); err != nil {
		t.Error(err)
	}
}

// TestTheDeskIsForItsOwnerOnly looks at the socket, and that it goes with the bot.
func TestTheDeskIsForItsOwnerOnly(t *testing.T) {
	o := newOffice(t)
	o.runs()
	desk := o.config.Database + ".sock"
	if info, err := os.Stat(desk); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	o.stop()
	if _, err := os.Stat(desk); err == nil {
		t.Error("the socket is still there")
	}
}

// TestASocketThatWasLeftBehindIsNoObstacle begins where a killed process has stopped.
func TestASocketThatWasLeftBehindIsNoObstacle(t *testing.T) {
	o := newOffice(t)
	if err := os.WriteFile(o.config.Database+".sock", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, _ := o.shell().types("check"); !strings.Contains(out, "utuh") {
		t.Error("a command without a bot: ", out)
	}
	o.runs()
	defer o.stop()
	if out, _ := o.shell().types("status"); !strings.Contains(out, "berjalan sejak") {
		t.Error(out)
	}
}

// TestNonsenseAtTheDesk sends what is no job.
func TestNonsenseAtTheDesk(t *testing.T) {
	o := newOffice(t)
	o.runs()
	defer o.stop()
	for _, text := range []string{"", "GET / HTTP/1.1\r\n\r\n", "\x7f\xff\xff\xff\xff", strings.Repeat("x", 1<<20)} {
		conn, err := desk.Dial(context.Background(), o.config.Database)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = conn.Write([]byte(text)) // it may hang up early
		conn.Close()
	}
	if out, _ := o.shell().types("check"); !strings.Contains(out, "utuh") {
		t.Error(out)
	}
}

// TestDeadLettersAreTakenAgain buries an update that cannot be read, and types the commands about it.
func TestDeadLettersAreTakenAgain(t *testing.T) {
	o := newOffice(t)
	o.runs()
	defer o.stop()
	unreadable := post.Incoming{Update: 1, Raw: []byte(`{"update_id":"satu"}`), Poison: errors.New("unreadable"), Event: dialog.Event{At: time.Now()}}
	if err := o.system.Take(unreadable); err != nil {
		t.Fatal(err)
	}
	sh := o.shell()
	out, _ := sh.types("dead", "list")
	if !strings.HasPrefix(out, "1\t") || !strings.Contains(out, "\tmasuk\t") {
		t.Errorf("%q", out)
	}
	sh.types("dead", "resend", "1")
	if out, _ := sh.types("dead", "list"); !strings.HasPrefix(out, "2\t") {
		t.Errorf("what cannot be taken is a new letter: %q", out)
	}
	sh.types("dead", "drop", "--all")
	if _, say := sh.types("dead", "list"); !strings.Contains(say, "Tidak ada") {
		t.Error(say)
	}
}

// TestTheHealthPage is what a machine asks.
func TestTheHealthPage(t *testing.T) {
	o := newOffice(t)
	o.runs()
	defer o.stop()
	o.person(1, "Budi").enters()
	page := o.system.HealthPage()
	get := func(path string) (int, string) {
		w := httptest.NewRecorder()
		page.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		return w.Code, w.Body.String()
	}
	if code, body := get("/healthz"); code != 200 || body != "ok\n" {
		t.Error(code, body)
	}
	_, metrics := get("/metrics")
	for _, want := range []string{
		"siip_updates_total ", `siip_polls_total{outcome="ok"}`, "siip_outbox_messages ", "siip_commit_seconds_count", "siip_pegawai_bound 1",
		`siip_call_seconds_count{method="sendMessage",outcome="ok"}`, `siip_trail_entries_total{aksi="Hubungkan"}`, "siip_dead_letters 0",
		"go_goroutines", "siip_disk_full 0", "siip_outbox_oldest_seconds ",
	} {
		if !strings.Contains(metrics, want) {
			t.Errorf("no %s in\n%s", want, metrics)
		}
	}
}
