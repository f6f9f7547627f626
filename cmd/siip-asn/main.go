// Command siip-asn is the bot of SIIP-ASN: the office's proposals for training, in Telegram.
//
// Here stand the commands, one file each, that a person at a keyboard meets; root.go lists them, say.go speaks for them.
// What a command asks of the database is a job: the bot that has it open does it, else it is done here (job.go). The rest
// are rooms of their own:
//
//	jobs     what commands ask of the database
//	config   config.yaml and its checks
//	office   the bot at work: reports, imports, codes, backups, figures
//	desk     the socket at which a bot that runs takes jobs
//	output   files that commands write, without harm to others
//	machine  what the machine offers: browser, service, files for this user only
//	demo     the sample world
//	words    what the system says of files and addresses, in Indonesian
//
// A newcomer reads serve.go, then package office.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"syscall"
	"time"
	_ "time/tzdata" // the zone of the office is known on every machine

	"siip-asn/cmd/siip-asn/demo"
	"siip-asn/cmd/siip-asn/machine"
)

func main() {
	machine.BearLimits()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	a := &app{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, environ: os.Environ(), now: demo.ClockOf(os.Getenv)}
	if demo.Inside(a.environ) {
		go demo.EndWithDemo(stop)
	}
	os.Exit(a.run(ctx, os.Args[1:]))
}

// app is one run of the program: where it writes, and what it was told.
type app struct {
	stdin          io.Reader // nil: nobody to ask
	lines          *bufio.Reader
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
	if w.err != nil {
		return 0, w.err
	}
	n, err := w.Writer.Write(p)
	w.err = err
	return n, err
}

// unheard lets cobra write without hearing of a failure, which it would tell in English: the resultWriter below remembers it.
type unheard struct{ io.Writer }

func (w unheard) Write(p []byte) (int, error) {
	_, _ = w.Writer.Write(p)
	return len(p), nil
}

// durable tells whether everything that was written has arrived: on the disk, where standard output is a file.
func (w *resultWriter) durable() error {
	f, ok := w.Writer.(interface {
		Sync() error
		Stat() (fs.FileInfo, error)
	})
	if w.err != nil || !ok {
		return w.err
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		w.err = f.Sync()
	}
	return w.err
}
