package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/store"
)

// lockedBuffer is what a process has said so far.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// program is the real program as a process of its own, started again whenever it is killed.
type program struct {
	t      *testing.T
	config string
	mu     sync.Mutex
	cmd    *exec.Cmd
	output lockedBuffer
	over   bool
	kills  int
}

// program is the real program on the database of an office.
func (o *office) program(t *testing.T) *program {
	text := fmt.Sprintf("telegram:\n  token: %s\n  api_url: %s\n  chat_messages_per_second: 50\ndatabase:\n  path: %q\nbackup:\n  dir: %q\n",
		testToken, o.config.APIURL, o.config.Database, o.config.DirBackup)
	p := &program{t: t, config: write(t, "config.yaml", text)}
	t.Cleanup(func() {
		p.exorcise()
		_ = p.cmd.Process.Kill() // it has ended long ago if all went well
	})
	return p
}

func (p *program) start() {
	p.cmd = exec.Command(os.Args[0], "serve", "--config", p.config)
	p.cmd.Env = append(os.Environ(), "SIIP_ASN_BE_THE_PROGRAM=1")
	p.cmd.Stderr = &p.output
	if err := p.cmd.Start(); err != nil {
		p.t.Error(err)
	}
}

// haunt kills the program at random moments and starts it again, until exorcise.
func (p *program) haunt() {
	for {
		time.Sleep(time.Duration(20+rand.N(280)) * time.Millisecond)
		p.mu.Lock()
		if p.over {
			p.mu.Unlock()
			return
		}
		_ = p.cmd.Process.Signal(syscall.SIGKILL)
		_ = p.cmd.Wait()
		p.kills++
		p.start()
		p.mu.Unlock()
	}
}

func (p *program) exorcise() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.over = true
}

// end stops the program as an operator does.
func (p *program) end() {
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	if err := p.cmd.Wait(); err != nil {
		p.t.Errorf("the program ended with %v\n%s", err, p.output.String())
	}
}

// TestKilledAtAnyMomentNothingIsLostOrDoneTwice goes the whole way while the program is killed again and again.
func TestKilledAtAnyMomentNothingIsLostOrDoneTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	o := newOffice(t)
	p := o.program(t)
	p.start()
	go p.haunt()
	budi, tono, wati := o.person(1, "Budi"), o.person(2, "Tono"), o.person(4, "Wati")
	for _, h := range []*human{budi, tono, wati} {
		h.enters()
	}
	budi.proposes("Pelatihan SPBE")
	tono.taps("Teruskan")
	tono.taps("Ya, Lanjutkan")
	wati.taps("Setujui")
	wati.taps("Ya, Setujui")
	budi.sees("telah DISETUJUI")
	p.exorcise()
	p.end()
	t.Logf("%d kills", p.kills)
	if strings.Contains(p.output.String(), "RAHASIA") {
		t.Error("the token is in the log")
	}
	o.judge([]flow.Aksi{flow.Simpan, flow.Teruskan, flow.Setujui})
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

// sound looks through the database after the program has ended.
func (o *office) sound() {
	o.t.Helper()
	o.soundly(func(*store.Store) error { return nil })
}

// soundly looks through the database, and then looks at more of it.
func (o *office) soundly(look func(*store.Store) error) {
	o.t.Helper()
	s, err := store.Open(o.config.Database, storeOptions(o.config))
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

// judge reads the database: exactly one usulan, with exactly these changes.
func (o *office) judge(changes []flow.Aksi) {
	o.t.Helper()
	o.soundly(func(s *store.Store) error {
		return s.Read(func(r *store.Reader) error {
			if _, second := r.Usulan(2); second {
				o.t.Error("there is a second usulan")
			}
			var got []flow.Aksi
			for _, e := range r.History(1) {
				got = append(got, e.Aksi)
			}
			if fmt.Sprint(got) != fmt.Sprint(changes) {
				o.t.Errorf("the trail is %v, want %v", got, changes)
			}
			return nil
		})
	})
}
