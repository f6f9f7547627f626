package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// demoClock is set for the bot of the demo: how far its clock is ahead. It also ends with the demo then.
const demoClock = "SIIP_ASN_DEMO_CLOCK"

// botProcess is the bot of the demo: siip-asn serve as a process of its own.
type botProcess struct {
	config    string
	clockFile string // how far the clock is ahead, for the next demo
	stderr    io.Writer
	mu        sync.Mutex
	cmd       *exec.Cmd
	stdin     io.Closer
	ended     chan struct{}
	ahead     time.Duration
}

func newBotProcess(dir string, stderr io.Writer) *botProcess {
	b := &botProcess{config: filepath.Join(dir, worldYAML), clockFile: filepath.Join(dir, worldClock), stderr: stderr}
	ahead, _ := os.ReadFile(b.clockFile) // missing: the clock was never moved
	b.ahead, _ = time.ParseDuration(string(ahead))
	return b
}

// start starts the bot, if it does not run.
func (b *botProcess) start() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.alive() {
		return nil
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(self, "serve", "--config", b.config)
	cmd.Env = append(withoutSettings(os.Environ()), demoClock+"="+b.ahead.String())
	cmd.Stderr = b.stderr
	if b.stdin, err = cmd.StdinPipe(); err != nil { // closed when the demo ends, however it ends
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	b.cmd, b.ended = cmd, make(chan struct{})
	go func(ended chan struct{}) {
		_ = cmd.Wait()
		close(ended)
	}(b.ended)
	return nil
}

// withoutSettings keeps the config of the real bot, if the environment has one, out of the demo.
func withoutSettings(environ []string) []string {
	var kept []string
	for _, pair := range environ {
		if !strings.HasPrefix(pair, "SIIP_") || strings.HasPrefix(pair, "SIIP_ASN_") {
			kept = append(kept, pair)
		}
	}
	return kept
}

func (b *botProcess) alive() bool {
	if b.cmd == nil {
		return false
	}
	select {
	case <-b.ended:
		return false
	default:
		return true
	}
}

// running tells whether the bot is alive.
func (b *botProcess) running() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.alive()
}

// clock is what time it is for the bot.
func (b *botProcess) clock() time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	return time.Now().Add(b.ahead)
}

// kill ends the bot without a warning.
func (b *botProcess) kill() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.alive() {
		_ = b.cmd.Process.Kill()
		<-b.ended
	}
}

// stop ends the bot as an operator does, and kills it when it does not listen.
func (b *botProcess) stop() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.alive() {
		return
	}
	_ = errors.Join(b.cmd.Process.Signal(os.Interrupt), b.stdin.Close())
	select {
	case <-b.ended:
	case <-time.After(12 * time.Second):
		_ = b.cmd.Process.Kill()
		<-b.ended
	}
}

// forward stops the bot and starts it with its clock further ahead: what came due meanwhile is made good.
func (b *botProcess) forward(d time.Duration) error {
	b.stop()
	b.mu.Lock()
	b.ahead += d
	err := os.WriteFile(b.clockFile, []byte(b.ahead.String()), 0o600)
	b.mu.Unlock()
	return errors.Join(err, b.start())
}

// inDemo tells whether this process is the bot of a demo.
func (a *app) inDemo() bool {
	return slices.ContainsFunc(a.environ, func(pair string) bool { return strings.HasPrefix(pair, demoClock+"=") })
}

// endsWithDemo lets the bot of a demo stop when the demo has ended: its standard input is closed then.
func endsWithDemo(stop func()) {
	_, _ = io.Copy(io.Discard, os.Stdin)
	stop()
}

// clockOf is the clock of the program: in a demo it can be ahead.
func clockOf(environ func(string) string) func() time.Time {
	ahead, err := time.ParseDuration(environ(demoClock))
	if err != nil {
		return time.Now
	}
	return func() time.Time { return time.Now().Add(ahead) }
}
