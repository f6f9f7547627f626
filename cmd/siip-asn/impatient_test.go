package main

import (
	"fmt"
	"testing"
	"time"
)

// TestSomebodyWhoWritesAgainAndAgainIsAnsweredAtOnce counts turns: a screen whose place a later one has taken costs none.
func TestSomebodyWhoWritesAgainAndAgainIsAnsweredAtOnce(t *testing.T) {
	o := newOffice(t)
	o.runs()
	defer o.stop()
	budi := o.person(1, "Budi")
	budi.enters()
	o.quiet()
	began := time.Now()
	for i := range 60 {
		budi.Send(fmt.Sprintf("halo %d", i))
	}
	o.quiet()
	if took := time.Since(began); took > 20*time.Second { // a turn for each would be 50 seconds
		t.Errorf("60 messages were answered after %v", took)
	}
}
