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

	"siip-asn/store"
)

// job is what a command of the program asks of the database. It is done where the database is open: in the serve process
// that has it, else in the process of the command. So every command works while the bot runs.
type job interface {
	do(ctx context.Context, sys *system, out reply) error
}

// jobs can be sent from one process to the other.
var jobs = map[string]job{
	"import pegawai": importPegawai{}, "import panduan": importPanduan{}, "invite": invite{}, "rekap": rekap{},
	"backup": backup{}, "check": check{}, "status": status{}, "dead": deadLetters{},
}

func init() {
	for name, j := range jobs {
		gob.RegisterName(name, j)
	}
}

// reply is where the words for people and the result of a job go.
type reply struct {
	say    func(format string, args ...any)
	result io.Writer
}

// printf writes to the result what a person reads.
func (r reply) printf(format string, args ...any) {
	fmt.Fprint(r.result, harmless(fmt.Sprintf(format, args...)))
}

// perform has a job done on the database of the config, which must be there.
func (a *app) perform(cmd *cobra.Command, j job, result io.Writer) error {
	c, err := a.config(cmd)
	if err != nil {
		return err
	}
	out := reply{a.say, result}
	if done, err := askDesk(cmd.Context(), c.Database, j, out); done {
		return err
	}
	if _, err := os.Stat(c.Database); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("basis data %s belum ada; mulai dengan: siip-asn import pegawai BERKAS.xlsx", c.Database)
	}
	return a.performHere(cmd, c, j, out)
}

// performHere opens the database in this process, making it when it is missing, and has the job done.
func (a *app) performHere(cmd *cobra.Command, c config, j job, out reply) (err error) {
	s, err := store.Open(c.Database, storeOptions(c))
	var inUse *store.InUseError
	if errors.As(err, &inUse) { // by a serve process that was just starting, perhaps
		if done, err := askDesk(cmd.Context(), c.Database, j, out); done {
			return err
		}
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return j.do(cmd.Context(), &system{config: c, store: s, now: a.now}, out)
}
