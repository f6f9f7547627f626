package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/simulator"
)

// TestItEndsInTimeUnderLoad stops the program while a server hangs on every message that many people wait for.
func TestItEndsInTimeUnderLoad(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	p := o.program(t)
	p.Start()
	names := []string{"Budi", "Tono", "Tini", "Wati"}
	var people []*human
	for i, name := range names {
		people = append(people, o.person(i+1, name))
		people[i].enters()
	}
	heal := o.sim.Inject(simulator.Fault{Kind: simulator.Hang, Method: "sendMessage", Delay: time.Minute})
	for i := range 50 {
		for _, h := range people {
			h.Send(fmt.Sprintf("halo %d", i))
		}
	}
	for deadline := time.Now().Add(20 * time.Second); hanging(o) < len(people) && time.Now().Before(deadline); {
		time.Sleep(10 * time.Millisecond)
	}
	began := time.Now()
	p.End()
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("it took %v to end", took)
	}
	if log := p.Output.String(); !strings.Contains(log, "msg=stop") || strings.Contains(log, "panic") {
		t.Error(log)
	}
	heal()
	p.Start()
	people[0].sees("Silakan gunakan tombol di bawah")
	p.End()
	o.sound()
}

// TestItSaysWhatItIs looks at the first and the last line of the log.
func TestTheLogSaysWhatRuns(t *testing.T) {
	o := newOffice(t)
	p := o.program(t)
	p.Start()
	p.Says("bot is known")
	p.End()
	for _, want := range []string{"msg=start version=", "config=" + p.Config, "database=" + o.config.Database, "msg=stop ran="} {
		if !strings.Contains(p.Output.String(), want) {
			t.Errorf("no %q in\n%s", want, p.Output.String())
		}
	}
}

// hanging counts the calls that have no answer.
func hanging(o *rig) (n int) {
	for _, c := range o.sim.Calls("sendMessage") {
		if c.Status == 0 {
			n++
		}
	}
	return n
}
