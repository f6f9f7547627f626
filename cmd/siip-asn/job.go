package main

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/store"
)

// job is what a command of the program asks of the database. It is done where the database is open: in the serve process
// that has it, else in the process of the command. So every command works while the bot runs.
type job interface {
	do(ctx context.Context, o *office.Office, out desk.Reply) error
}

// jobs can be sent from one process to the other.
var jobs = map[string]job{
	"import": importJob{}, "new codes": newCodes{}, "keep codes": keepCodes{}, "rekap": rekap{}, "backup": backup{}, "check": check{}, "status": status{},
	"dead": deadLetters{}, "setup": setupJob{}, "admin": adminJob{},
}

func init() {
	for name, j := range jobs {
		gob.RegisterName(name, j)
	}
}

// doJobs does at the desk of an office what other processes ask for.
func doJobs(o *office.Office) desk.Do {
	return func(ctx context.Context, j any, out desk.Reply) error {
		known, ok := j.(job)
		if !ok {
			return fmt.Errorf("%T is no job", j)
		}
		return known.do(ctx, o, out)
	}
}

// readsOnly tells whether a job changes nothing: then the database is not brought to the schema of this program either.
func readsOnly(j job) bool {
	switch j := j.(type) {
	case check, status, rekap, backup:
		return true
	case deadLetters:
		return j.Act == listLetters
	default:
		return false
	}
}

// config reads the config that the command was called with.
func (a *app) config(cmd *cobra.Command) (config.Config, error) {
	return config.Load(a.configPath, cmd.Flags().Changed("config"), a.environ)
}

// perform has a job done on the database of the config, which must be there.
func (a *app) perform(cmd *cobra.Command, j job, result io.Writer) error {
	c, err := a.config(cmd)
	if err != nil {
		return err
	}
	out := desk.Reply{Say: a.say, Result: result}
	if done, err := desk.Ask(cmd.Context(), c.Database, j, out); done {
		return err
	}
	if _, err := os.Stat(c.Database); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("basis data %s belum ada; mulai dengan: siip-asn import pegawai BERKAS.xlsx, atau dituntun: siip-asn mulai", c.Database)
	}
	return a.performHere(cmd, c, j, out)
}

// performHere opens the database in this process, making it when it is missing, and has the job done.
func (a *app) performHere(cmd *cobra.Command, c config.Config, j job, out desk.Reply) (err error) {
	options := office.StoreOptions(c)
	options.AsIs = readsOnly(j)
	s, err := store.Open(c.Database, options)
	var inUse *store.InUseError
	var older *store.OlderError
	if errors.As(err, &inUse) { // by a serve process that was just starting, perhaps
		if done, err := desk.Ask(cmd.Context(), c.Database, j, out); done {
			return err
		}
	}
	if _, copies := j.(backup); copies && errors.As(err, &older) {
		return store.CopyFile(c.Database, out.Result)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return j.do(cmd.Context(), office.Over(c, s, a.now), out)
}
