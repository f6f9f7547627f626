package main

import (
	"strings"
	"testing"
	"time"
)

// TestAFullDiskLosesNothing takes the room from the program while somebody proposes, and gives it back.
func TestAFullDiskLosesNothing(t *testing.T) {
	t.Parallel() // it waits most of the time
	o := newOffice(t)
	p := o.program(t)
	p.Start()
	budi, tono := o.person(1, "Budi"), o.person(2, "Tono")
	budi.enters()
	tono.enters()
	budi.Send("/start")
	budi.sees("Silakan pilih")
	p.Room(8 << 10)
	budi.Send("/bantuan")
	p.Says("the disk is full")
	before := len(o.sim.Calls("getUpdates"))
	tono.Send("/bantuan")
	time.Sleep(3 * time.Second) // the one thing to see here is that nothing happens
	if n := len(o.sim.Calls("getUpdates")) - before; n > 1 {
		t.Errorf("%d polls while nothing could be kept", n)
	}
	if strings.Contains(budi.chatText(), "Petunjuk untuk") {
		t.Error("an answer to what is not kept")
	}
	p.Room(1 << 40)
	budi.sees("Petunjuk untuk")
	tono.sees("Petunjuk untuk")
	p.Says("there is room on the disk again")
	budi.proposes("Pelatihan SPBE")
	p.End()
	o.sound()
}
