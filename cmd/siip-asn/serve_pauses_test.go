package main

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/process"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// TestTheOperatorEndsAPause that an earlier process has been told of: without him nobody is answered before it is over.
func TestTheOperatorEndsAPause(t *testing.T) {
	o := newOffice(t)
	p := o.program(t)
	p.Start()
	budi := o.person(1, "Budi")
	budi.enters()
	p.End()
	process.Sound(t, o.config, func(s *store.Store) error {
		s.Rest(post.Rest{Scope: "all", For: time.Hour, Until: time.Now().Add(time.Hour)})
		return s.Flush()
	})
	p.Change = func(cmd *exec.Cmd) { cmd.Args = append(cmd.Args, "--end-pauses") }
	asked := budi.Send("/start")
	p.Start()
	budi.awaits("an answer", func(m simulator.Message) bool { return m.ID > asked })
	p.End()
	if !strings.Contains(p.Output.String(), "are forgotten") {
		t.Error(p.Output.String())
	}
}

// TestItWarnsOfNoLimits at the start.
func TestItWarnsOfNoLimits(t *testing.T) {
	o := newOffice(t)
	p := o.program(t)
	p.Environ = append(p.Environ, "SIIP_TELEGRAM_LIMITS=false")
	p.Start()
	p.Says("telegram.limits is false")
	p.Says("bot is known")
	p.End()
}
