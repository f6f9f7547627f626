package main

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// TestTheOperatorEndsAPause that an earlier process has been told of: without him nobody is answered before it is over.
func TestTheOperatorEndsAPause(t *testing.T) {
	o := newOffice(t)
	p := o.program(t)
	p.start()
	budi := o.person(1, "Budi")
	budi.enters()
	p.end()
	o.soundly(func(s *store.Store) error {
		s.Rest(post.Rest{Scope: "all", For: time.Hour, Until: time.Now().Add(time.Hour)})
		return s.Flush()
	})
	p.change = func(cmd *exec.Cmd) { cmd.Args = append(cmd.Args, "--end-pauses") }
	asked := budi.Send("/start")
	p.start()
	budi.awaits("an answer", func(m simulator.Message) bool { return m.ID > asked })
	p.end()
	if !strings.Contains(p.output.String(), "are forgotten") {
		t.Error(p.output.String())
	}
}

// TestItWarnsOfNoLimits at the start.
func TestItWarnsOfNoLimits(t *testing.T) {
	o := newOffice(t)
	p := o.program(t)
	p.environ = append(p.environ, "SIIP_TELEGRAM_LIMITS=false")
	p.start()
	p.says("telegram.limits is false")
	p.says("bot is known")
	p.end()
}
