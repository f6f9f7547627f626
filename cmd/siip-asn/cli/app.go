package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"
)

// App is one run of the program: where it writes, and what it was told.
type App struct {
	Stdin          io.Reader // nil: nobody to ask
	lines          *bufio.Reader
	Stdout, Stderr io.Writer
	Environ        []string
	Now            func() time.Time
	ConfigPath     string
}

// The exit statuses.
const (
	Worked     = 0
	Failed     = 1
	WrongUsage = 2
)

// usageError is a wrong way to call the program.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// Usage makes of an error one that says how the program was called wrongly: it ends with WrongUsage, and the help is named.
func Usage(err error) error { return usageError{err} }

// Run runs one command and gives the exit status. Messages for people go to stderr, results to stdout.
func (a *App) Run(ctx context.Context, args []string, commands func(*App) *cobra.Command) int {
	results := &resultWriter{Writer: a.Stdout}
	a.Stdout = results
	root := commands(a)
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	var usage usageError
	switch {
	case err == nil && results.err != nil:
		a.Complain(fmt.Errorf("hasilnya tidak dapat ditulis: %w", results.err))
		return Failed
	case err == nil:
		return Worked
	case errors.As(err, &usage):
		a.Say("siip-asn: %v\nLihat: %s --help", err, cmd.CommandPath())
		return WrongUsage
	default:
		a.Complain(err)
		return Failed
	}
}
