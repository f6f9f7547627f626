package main

import (
	"context"
	"strings"
	"syscall"
	"testing"
	"time"

	"siip-asn/cmd/siip-asn/cli"
)

// closedPaper takes nothing.
type closedPaper struct{}

func (closedPaper) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// TestAResultThatNobodyGetsHasNotWorked prints to a full disk.
func TestAResultThatNobodyGetsHasNotWorked(t *testing.T) {
	o := newOffice(t)
	sh := o.shell()
	for _, args := range [][]string{{"version"}, {"invite", "--all"}, {"check"}, {"--help"}, {"rekap", "--help"}, {"help", "import"}} {
		var say strings.Builder
		a := &cli.App{Stdout: closedPaper{}, Stderr: &say, Now: time.Now}
		if got := a.Run(context.Background(), append(args, "--config", sh.config), rootCommand); got != cli.Failed {
			t.Errorf("%s: exit status %d", args[0], got)
		}
		if !strings.Contains(say.String(), "hasilnya tidak dapat ditulis: ruang cakram habis") || strings.Contains(say.String(), "no space") {
			t.Errorf("%s: %s", args[0], say.String())
		}
	}
}
