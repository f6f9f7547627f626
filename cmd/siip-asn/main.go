// Command siip-asn is the bot of SIIP-ASN: the office's proposals for training, in Telegram.
//
// Here the rooms are put together, and everything stands that a person at a keyboard meets:
//
//	the commands   root.go lists them, one file each (serve.go, import.go, invite.go, rekap.go …); words.go speaks for them
//	the config     config.go; config_yaml.go and config_env.go read it, settings.go is the table of its keys
//	the wiring     system.go puts a bot over a store; render.go makes what it sends as files, examine.go looks at what comes in
//	the jobs       job.go: what a command asks of the database is done by the bot that has it open (job_desk.go), else here
//	the watch      watch.go counts; health.go, gauges.go, status.go and watch_words.go show it; schedule.go, nightly.go know what is due
//	the demo       demo*.go, and sample*.go for the people in it
//
// A newcomer reads serve.go, then system.go.
package main

import (
	"context"
	"errors"
	"fmt"
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
	results := &resultWriter{Writer: a.stdout}
	a.stdout = results
	root := a.rootCommand()
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	var usage usageError
	switch {
	case err == nil && results.err != nil:
		a.complain(fmt.Errorf("hasilnya tidak dapat ditulis: %w", results.err))
		return failed
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

// resultWriter remembers that a result could not be written: a command whose result nobody got has not worked.
type resultWriter struct {
	io.Writer
	err error
}

func (w *resultWriter) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	w.err = errors.Join(w.err, err)
	return n, err
}
