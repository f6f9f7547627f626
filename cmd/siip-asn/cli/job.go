package cli

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/user"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/store"
)

// Config reads the config that the command was called with.
func (a *App) Config(cmd *cobra.Command) (config.Config, error) {
	return config.Load(a.ConfigPath, cmd.Flags().Changed("config"), a.Environ)
}

// Perform has a job done on the database of the config, which must be there.
func (a *App) Perform(cmd *cobra.Command, j jobs.Job, result io.Writer) error {
	c, err := a.Config(cmd)
	if err != nil {
		return err
	}
	out := desk.Reply{Say: a.Say, Result: result}
	if done, err := desk.Ask(cmd.Context(), c.Database, j, out); done {
		return err
	}
	if _, err := os.Stat(c.Database); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("basis data %s belum ada; mulai dengan: siip-asn import pegawai BERKAS.xlsx, atau dituntun: siip-asn mulai", c.Database)
	}
	return a.PerformHere(cmd, c, j, out)
}

// PerformHere opens the database in this process, making it when it is missing, and has the job done.
func (a *App) PerformHere(cmd *cobra.Command, c config.Config, j jobs.Job, out desk.Reply) (err error) {
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
	return j.Do(cmd.Context(), office.Over(c, s, a.Now), out)
}

// Operator is who the trail names for a command: the program, and the user of the machine.
func Operator(command string) imports.Actor {
	by := imports.Actor{Nama: "Perintah " + command, Peran: flow.Sistem}
	if who, err := user.Current(); err == nil && who.Username != "" {
		by.Nama += " oleh " + who.Username
	}
	return by
}

// Decoded reads the result of a job that gives it as gob.
func Decoded[T any](b *bytes.Buffer, into T, err error) (T, error) {
	if err != nil {
		return into, err
	}
	err = gob.NewDecoder(b).Decode(&into)
	return into, err
}
