package main

import "github.com/spf13/cobra"

func (a *app) demoCommand() *cobra.Command {
	return &cobra.Command{Use: "demo", Short: "Coba seluruh sistem di komputer ini", Args: noArgs, RunE: func(*cobra.Command, []string) error { return nil }}
}
