package main

import (
	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/jobs"
)

func statusCommand(a *cli.App) *cobra.Command {
	cmd := &cobra.Command{
		Use: "status", Short: "Tampilkan keadaan bot dan basis data", Args: cli.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			healthy, _ := cmd.Flags().GetBool("healthy")
			return a.Perform(cmd, jobs.Status{Healthy: healthy}, a.Stdout)
		},
	}
	cmd.Flags().Bool("healthy", false, "gagal (status keluar 1) bila bot tidak berjalan atau terganggu")
	return cmd
}
