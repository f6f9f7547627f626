package demo

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"
)

// botProcess is the bot of the demo: siip-asn serve as a process of its own.
type botProcess struct {
	config string
	clock  *clock
	stderr io.Writer
	mu     sync.Mutex
	cmd    *exec.Cmd
	stdin  io.Closer
	ended  chan struct{}
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
	cmd.Env = append(withoutSettings(os.Environ()), ClockVariable+"="+b.clock.setting())
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

// Inside tells whether this process, by its environment, is the bot of a demo.
func Inside(environ []string) bool {
	return slices.ContainsFunc(environ, func(pair string) bool { return strings.HasPrefix(pair, ClockVariable+"=") })
}

// EndWithDemo lets the bot of a demo stop when the demo has ended, however it ended: its standard input is closed then.
func EndWithDemo(stop func()) {
	_, _ = io.Copy(io.Discard, os.Stdin)
	stop()
}
