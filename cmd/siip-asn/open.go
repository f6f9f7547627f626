package main

import (
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
