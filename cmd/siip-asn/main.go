// Command siip-asn is the bot of SIIP-ASN: the office's proposals for training, in Telegram.
//
// Here everything is put together: the commands of the program (one file each), its config (config.go, settings.go) and
// the wiring of the rooms (system.go). Each command opens what it needs and closes it again; serve and demo run until
// they are told to stop.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
	_ "time/tzdata" // the zone of the office is known on every machine
)

func main() {
	bearLimits()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	a := &app{stdout: os.Stdout, stderr: os.Stderr, environ: os.Environ(), now: clockOf(os.Getenv)}
	if a.inDemo() {
		go endsWithDemo(stop)
	}
	os.Exit(a.run(ctx, os.Args[1:]))
}

// app is one run of the program: where it writes, and what it was told.
type app struct {
	stdout, stderr io.Writer
	environ        []string
	now            func() time.Time
	configPath     string
}

// The exit statuses.
const (
	worked     = 0
	failed     = 1
	wrongUsage = 2
)

// usageError is a wrong way to call the program.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// run runs one command and gives the exit status. Messages for people go to stderr, results to stdout.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.rootCommand()
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	var usage usageError
	switch {
	case err == nil:
		return worked
	case errors.As(err, &usage):
		a.say("siip-asn: %v\nLihat: %s --help", err, cmd.CommandPath())
		return wrongUsage
	default:
		a.complain(err)
		return failed
	}
}
