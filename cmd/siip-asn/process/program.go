package process

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/store"
)

// Output is what a process has said so far.
type Output struct {
	mu   sync.Mutex
	b    bytes.Buffer
	Hear func(line []byte) // told of everything as it is said; may be nil
}

// Write takes what the process says; it is told of first, then kept.
func (l *Output) Write(p []byte) (int, error) {
	if l.Hear != nil {
		l.Hear(p)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// String is all that was said until now.
func (l *Output) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// The environment of a test binary of package main, see its TestMain: BeTheProgram lets it be the program, and TestClock names a
// file that says how far ahead its clock is, as a duration.
const (
	BeTheProgram = "SIIP_ASN_BE_THE_PROGRAM"
	TestClock    = "SIIP_ASN_TEST_CLOCK"
)

// Program is the real program as a process of its own.
type Program struct {
	T       *testing.T
	Binary  string // the program, or a test binary that can be it
	Environ []string
	Change  func(*exec.Cmd) // before it starts; may be nil
	Config  string          // path
	mu      sync.Mutex
	Cmd     *exec.Cmd // of the last Start
	alive   atomic.Pointer[os.Process]
	Output  Output
}

// Command is a command of the program, on the same config.
func (p *Program) Command(args ...string) *exec.Cmd {
	cmd := exec.Command(p.Binary, append(args, "--config", p.Config)...)
	cmd.Env = append(append(os.Environ(), BeTheProgram+"=1"), p.Environ...)
	return cmd
}

// Start begins the command serve. Whoever needs to know that it runs waits for what it says.
func (p *Program) Start() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.Cmd = p.Command("serve")
	if p.Change != nil {
		p.Change(p.Cmd)
	}
	p.Cmd.Stderr = &p.Output
	if err := p.Cmd.Start(); err != nil {
		p.T.Error(err)
		return
	}
	p.alive.Store(p.Cmd.Process)
}

// Kill ends the program without a warning, if it runs.
func (p *Program) Kill() {
	if process := p.alive.Load(); process != nil {
		_ = process.Signal(syscall.SIGKILL) // it may have ended by itself
	}
}

// End stops the program as an operator does.
func (p *Program) End() {
	_ = p.Cmd.Process.Signal(syscall.SIGTERM)
	if err := p.Cmd.Wait(); err != nil {
		p.T.Errorf("the program ended with %v\n%s", err, p.Output.String())
	}
}

// Says waits until the log of the program has these words.
func (p *Program) Says(words string) {
	p.T.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if strings.Contains(p.Output.String(), words) {
			return
		}
	}
	p.T.Fatalf("the program never says %q:\n%s", words, p.Output.String())
}

// Sound looks through the database of a program that has ended, and then looks at more of it; look may be nil.
func Sound(t testing.TB, c config.Config, look func(*store.Store) error) {
	t.Helper()
	s, err := store.Open(c.Database, office.StoreOptions(c))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Errorf("check: %q %v", problems, err)
	}
	if letters, _ := s.DeadLetters(); len(letters) > 0 {
		t.Errorf("dead letters: %+v", letters)
	}
	if look == nil {
		return
	}
	if err := look(s); err != nil {
		t.Error(err)
	}
}

// WriteFile makes a file in a folder of its own.
func WriteFile(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
