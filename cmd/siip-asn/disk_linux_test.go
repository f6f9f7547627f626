package main

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// room lets the files of the program grow so far, in bytes: to no more than that.
func (p *program) room(bytes uint64) {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	var old unix.Rlimit
	err := unix.Prlimit(p.cmd.Process.Pid, unix.RLIMIT_FSIZE, nil, &old)
	if err == nil {
		err = unix.Prlimit(p.cmd.Process.Pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: min(bytes, old.Max), Max: old.Max}, nil)
	}
	if err != nil {
		p.t.Fatal(err)
	}
}

// TestAFullDiskLosesNothing takes the room from the program while somebody proposes, and gives it back.
func TestAFullDiskLosesNothing(t *testing.T) {
	t.Parallel() // it waits most of the time
	o := newOffice(t)
	p := o.program(t)
	p.start()
	budi, tono := o.person(1, "Budi"), o.person(2, "Tono")
	budi.enters()
	tono.enters()
	budi.Send("/start")
	budi.sees("Silakan pilih")
	p.room(8 << 10)
	budi.Send("/bantuan")
	p.says("the disk is full")
	before := len(o.sim.Calls("getUpdates"))
	tono.Send("/bantuan")
	time.Sleep(3 * time.Second) // the one thing to see here is that nothing happens
	if n := len(o.sim.Calls("getUpdates")) - before; n > 1 {
		t.Errorf("%d polls while nothing could be kept", n)
	}
	if strings.Contains(budi.chatText(), "Petunjuk untuk") {
		t.Error("an answer to what is not kept")
	}
	p.room(1 << 40)
	budi.sees("Petunjuk untuk")
	tono.sees("Petunjuk untuk")
	p.says("there is room on the disk again")
	budi.proposes("Pelatihan SPBE")
	p.end()
	o.sound()
}

func init() {
	episodes = append(episodes, episode{name: "a full disk", says: "there is room on the disk again", do: func(w *faulty) {
		before := len(w.process.output.String())
		w.process.room(8 << 10)
		if !w.hears(before, "the disk is full") {
			note(&w.wrong, "the program does not say that the disk is full")
		}
		w.holds(time.Second)
		w.process.room(1 << 40)
	}})
}
