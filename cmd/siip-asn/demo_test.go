package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/demo"
)

func TestTheDemoAndItsWeek(t *testing.T) {
	dir := t.TempDir()
	if err := demo.Claim(dir); err != nil {
		t.Fatal(err)
	}
	_ = os.WriteFile(filepath.Join(dir, "siip-asn.db.baru"), []byte("broken off"), 0o600)
	d := newDemo(t, dir, "--addr", "127.0.0.1:0").start()
	page := d.get("/", nil)
	if csp := page.Header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'; script-src 'self'; style-src 'self'") {
		t.Errorf("the policy of the page is %q", csp)
	}
	s := d.state()
	if len(s.Phones) != 3 || !s.Running {
		t.Fatalf("%+v", s)
	}
	pegawai, siip := s.Phones[0], s.Phones[2]
	d.hears(pegawai, d.says(pegawai, "/start"), "Silakan pilih")
	last := d.says(siip, "/start")

	// A week later: the rekap comes by itself, and the chats show the time of the sample world.
	d.post("/demo/week", "{}")
	if ahead := d.state().Clock.Sub(s.Clock); ahead < 7*24*time.Hour || ahead > 7*24*time.Hour+5*time.Minute {
		t.Errorf("a week is %s", ahead)
	}
	rekap := d.hears(siip, last, "diklat yang paling diminati")
	if ahead := time.Unix(rekap.Date, 0).Sub(s.Clock); ahead < 7*24*time.Hour-time.Second {
		t.Errorf("the rekap is of %s", time.Unix(rekap.Date, 0))
	}
	d.end()
	soundWorld(t, dir)
}

// Whatever ends, what was there is there again: the bot and the demo itself are killed.
func TestTheDemoSurvivesBeingKilled(t *testing.T) {
	dir := t.TempDir()
	d := newDemo(t, dir, "--addr", "127.0.0.1:0").start()
	pegawai := d.state().Phones[0]
	d.post("/demo/kill", "{}")
	last := d.says(pegawai, "/bantuan")
	if d.state().Running {
		t.Error("the bot lives")
	}
	d.post("/demo/week", "{}")
	if d.state().Running {
		t.Error("a week has brought the bot back to life")
	}
	d.post("/demo/start", "{}")
	d.hears(pegawai, last, "Petunjuk untuk")
	before, clock := d.chat(pegawai), d.state().Clock
	waitSaved(t, dir, before[len(before)-1])
	d.kill()

	d = newDemo(t, dir, "--addr", "127.0.0.1:0").start()
	if after := d.chat(pegawai); len(after) < len(before) || after[len(before)-1] != before[len(before)-1] {
		t.Errorf("of the chat this is left: %+v", after)
	}
	if now := d.state().Clock; now.Before(clock) {
		t.Errorf("the clock went back from %s to %s", clock, now)
	}
	d.hears(pegawai, d.says(pegawai, "/start"), "Silakan pilih")
	d.end()
	soundWorld(t, dir)
}

func TestASampleWorldThatWasBrokenOffIsNotThere(t *testing.T) {
	dir := t.TempDir()
	d := newDemo(t, dir, "--addr", "127.0.0.1:0", "--people", "20000")
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.kill)
	d.waitFor("2000 dari 20000")
	_ = d.cmd.Process.Signal(syscall.SIGTERM)
	if err := d.cmd.Wait(); err == nil || !strings.Contains(d.said.String(), "tidak ada yang disimpan") {
		t.Errorf("%v: %s", err, d.said.String())
	}
	for _, name := range []string{"siip-asn.db", "siip-asn.db.baru"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s is there", name)
		}
	}
}

func TestATakenPortIsSaidAndAnotherOffered(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	d := newDemo(t, t.TempDir(), "--addr", taken.Addr().String())
	err = d.cmd.Run()
	if err == nil || !strings.Contains(d.said.String(), "sedang dipakai program lain; coba: siip-asn demo --addr 127.0.0.1:") {
		t.Errorf("%v: %s", err, d.said.String())
	}
}

// Who starts it twice is told so, and the chats of the first are left alone.
func TestADemoThatRunsAlready(t *testing.T) {
	dir := t.TempDir()
	d := newDemo(t, dir, "--addr", "127.0.0.1:0").start()
	pegawai := d.state().Phones[0]
	d.hears(pegawai, d.says(pegawai, "/start"), "Silakan pilih")
	before := d.chat(pegawai)
	for _, how := range [][]string{{}, {"--reset"}} { // it is told where, also when its bot has been killed
		again := newDemo(t, dir, append(how, "--addr", "127.0.0.1:0")...)
		if err := again.cmd.Run(); err == nil || !strings.Contains(again.said.String(), "sudah berjalan di "+d.address+"/;") {
			t.Errorf("%v: %s", err, again.said.String())
		}
		d.post("/demo/kill", "{}")
	}
	d.end()
	d = newDemo(t, dir, "--addr", "127.0.0.1:0").start()
	if after := d.chat(pegawai); !slices.Equal(after, before) {
		t.Errorf("%+v, not %+v", after, before)
	}
	d.end()
}

// The usual port is another matter: nobody has asked for it.
func TestWhenTheUsualPortIsTakenTheDemoUsesAnother(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	var said strings.Builder
	a := &cli.App{Stderr: &said}
	cmd := demoCommand(a)
	_ = cmd.Flags().Lookup("addr").Value.Set(taken.Addr().String())
	listener, err := (&showing{a, cmd}).listen()
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	want := fmt.Sprintf("Alamat %s sedang dipakai program lain; demo memakai %s.\n", taken.Addr(), listener.Addr())
	if said.String() != want {
		t.Errorf("%q, not %q", said.String(), want)
	}
}

func TestWhereThePageIs(t *testing.T) {
	for listening, want := range map[string]string{
		"127.0.0.1:8080": "http://127.0.0.1:8080",
		"0.0.0.0:80":     "http://127.0.0.1:80",
		"[::]:8080":      "http://127.0.0.1:8080",
		"[::1]:8080":     "http://[::1]:8080",
		"192.0.2.7:8080": "http://192.0.2.7:8080",
	} {
		addr, _ := net.ResolveTCPAddr("tcp", listening)
		if got := demo.Address(addr); got != want {
			t.Errorf("%s: %s, not %s", listening, got, want)
		}
	}
}

func TestOpenShowsThePageInTheBrowserOfThePerson(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the browser is called otherwise here")
	}
	opened := filepath.Join(t.TempDir(), "opened")
	bin := filepath.Dir(writeProgram(t, "xdg-open", "#!/bin/sh\necho \"$1\" > "+opened+"\n"))
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	d := newDemo(t, t.TempDir(), "--addr", "127.0.0.1:0", "--open").start()
	eventually(t, "the page is opened", func() bool {
		raw, _ := os.ReadFile(opened)
		return string(raw) == d.address+"/\n"
	})
	d.end()
}
