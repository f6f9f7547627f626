package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/store"
)

// lockedBuffer is what a process has said so far.
type lockedBuffer struct {
	mu   sync.Mutex
	b    bytes.Buffer
	hear func(line []byte) // told of everything as it is said; may be nil
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	if l.hear != nil {
		l.hear(p)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// program is the real program as a process of its own.
type program struct {
	t       *testing.T
	binary  string // "" for the one under test
	environ []string
	change  func(*exec.Cmd) // before it starts; may be nil
	sim     *simulator.Server
	config  string
	mu      sync.Mutex
	cmd     *exec.Cmd
	alive   atomic.Pointer[os.Process]
	output  lockedBuffer
	aim     atomic.Int32 // the moment at which it is to be killed, see campaign_kill_test.go
	struck  chan struct{}
	polled  chan struct{} // told of polls
}

// program is the real program on the database of an office.
func (o *rig) program(t *testing.T) *program {
	text := fmt.Sprintf("telegram:\n  token: %s\n  api_url: %s\n  chat_messages_per_second: 50\ndatabase:\n  path: %q\nbackup:\n  dir: %q\n",
		testToken, o.config.APIURL, o.config.Database, o.config.DirBackup)
	p := &program{t: t, sim: o.sim, config: write(t, "config.yaml", text)}
	t.Cleanup(p.kill)
	return p
}

// command is a command of the program, on the same config.
func (p *program) command(args ...string) *exec.Cmd {
	binary := p.binary
	if binary == "" {
		binary = os.Args[0]
	}
	cmd := exec.Command(binary, append(args, "--config", p.config)...)
	cmd.Env = append(append(os.Environ(), "SIIP_ASN_BE_THE_PROGRAM=1"), p.environ...)
	return cmd
}

func (p *program) start() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cmd = p.command("serve")
	if p.change != nil {
		p.change(p.cmd)
	}
	p.cmd.Stderr = &p.output
	if err := p.cmd.Start(); err != nil {
		p.t.Error(err)
		return
	}
	p.alive.Store(p.cmd.Process)
}

// kill ends the program without a warning, if it runs.
func (p *program) kill() {
	if process := p.alive.Load(); process != nil {
		_ = process.Signal(syscall.SIGKILL) // it may have ended by itself
	}
}

// end stops the program as an operator does.
func (p *program) end() {
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	if err := p.cmd.Wait(); err != nil {
		p.t.Errorf("the program ended with %v\n%s", err, p.output.String())
	}
}

// says waits until the log of the program has these words.
func (p *program) says(words string) {
	p.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if strings.Contains(p.output.String(), words) {
			return
		}
	}
	p.t.Fatalf("the program never says %q:\n%s", words, p.output.String())
}

// TestTheBotRunsOnlyOnceItsTokenIsProven has a server that refuses the token.
func TestTheBotRunsOnlyOnceItsTokenIsProven(t *testing.T) {
	o := newOffice(t)
	p := o.program(t)
	p.environ = []string{"SIIP_TELEGRAM_TOKEN=1:salah"}
	p.start()
	if err := p.cmd.Wait(); err == nil || !strings.Contains(p.output.String(), "telegram.token ditolak") || strings.Contains(p.output.String(), "Bot berjalan") {
		t.Errorf("%v\n%s", err, p.output.String())
	}
	p.environ = nil
	p.start()
	p.says("Bot berjalan sebagai @siip_asn_bot")
	p.end()
}

// TestABotWithoutALineSaysSo to who has started it, once and without the token; and goes on.
func TestABotWithoutALineSaysSo(t *testing.T) {
	o := newOffice(t)
	p := o.program(t)
	p.environ = []string{"SIIP_TELEGRAM_API_URL=http://127.0.0.1:1"}
	p.start()
	p.says("Belum tersambung ke Telegram: http://127.0.0.1:1: ")
	p.says("Dicoba terus, bot tidak perlu dijalankan ulang.")
	p.end()
	if text := p.output.String(); strings.Count(text, "Belum tersambung") != 1 || strings.Contains(text, testToken) || strings.Contains(text, "Bot berjalan") {
		t.Errorf("%s", text)
	}
}

// sound looks through the database after the program has ended.
func (o *rig) sound() {
	o.t.Helper()
	o.soundly(func(*store.Store) error { return nil })
}

// soundly looks through the database, and then looks at more of it.
func (o *rig) soundly(look func(*store.Store) error) {
	o.t.Helper()
	s, err := store.Open(o.config.Database, office.StoreOptions(o.config))
	if err != nil {
		o.t.Fatal(err)
	}
	defer s.Close()
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		o.t.Errorf("check: %q %v", problems, err)
	}
	if letters, _ := s.DeadLetters(); len(letters) > 0 {
		o.t.Errorf("dead letters: %+v", letters)
	}
	if err := look(s); err != nil {
		o.t.Error(err)
	}
}

// write makes a file in a folder of its own.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
