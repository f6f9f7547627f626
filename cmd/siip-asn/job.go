package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/store"
)

// config reads the config that the command was called with.
func (a *app) config(cmd *cobra.Command) (config.Config, error) {
	return config.Load(a.configPath, cmd.Flags().Changed("config"), a.environ)
}

// perform has a job done on the database of the config, which must be there.
func (a *app) perform(cmd *cobra.Command, j jobs.Job, result io.Writer) error {
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
func (a *app) performHere(cmd *cobra.Command, c config.Config, j jobs.Job, out desk.Reply) (err error) {
	options := office.StoreOptions(c)
	options.AsIs = jobs.ReadsOnly(j)
	s, err := store.Open(c.Database, options)
	var inUse *store.InUseError
	var older *store.OlderError
	if errors.As(err, &inUse) { // by a serve process that was just starting, perhaps
		if done, err := desk.Ask(cmd.Context(), c.Database, j, out); done {
			return err
		}
	}
	if _, copies := j.(jobs.Backup); copies && errors.As(err, &older) {
		return store.CopyFile(c.Database, out.Result)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return j.Do(cmd.Context(), office.Over(c, s, a.now), out)
}
