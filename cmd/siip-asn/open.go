package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"siip-asn/flow/percakapan"
	"siip-asn/store"
)

// config reads the config that the command was called with.
func (a *app) config(cmd *cobra.Command) (config, error) {
	return loadConfig(a.configPath, cmd.Flags().Changed("config"), a.environ)
}

// storeOptions hand the core to the store.
func storeOptions(c config) store.Options {
	return store.Options{Aturan: c.aturan(), Step: percakapan.Step, Sorry: percakapan.Sorry}
}

// openStore opens the database of the config, making it when it is missing.
func (a *app) openStore(cmd *cobra.Command) (config, *store.Store, error) {
	c, err := a.config(cmd)
	if err != nil {
		return c, nil, err
	}
	s, err := store.Open(c.Database, storeOptions(c))
	return c, s, err
}

// existingStore opens a database that must be there.
func (a *app) existingStore(cmd *cobra.Command) (config, *store.Store, error) {
	c, err := a.config(cmd)
	if err != nil {
		return c, nil, err
	}
	if _, err := os.Stat(c.Database); errors.Is(err, fs.ErrNotExist) {
		return c, nil, fmt.Errorf("basis data %s belum ada; mulai dengan: siip-asn import pegawai BERKAS.xlsx", c.Database)
	}
	s, err := store.Open(c.Database, storeOptions(c))
	return c, s, err
}

// closing closes the store when a command ends, and keeps its error.
func closing(s *store.Store, err *error) { *err = errors.Join(*err, s.Close()) }
