package main

import (
	"context"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
)

func statusCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: "status", Short: "Tampilkan keadaan bot dan basis data", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			healthy, _ := cmd.Flags().GetBool("healthy")
			return a.perform(cmd, status{healthy}, a.stdout)
		},
	}
	cmd.Flags().Bool("healthy", false, "gagal (status keluar 1) bila bot tidak berjalan atau terganggu")
	return cmd
}

// status is the job of the command.
type status struct {
	Healthy bool // a bot that does not run, or is in trouble, is an error
}

func (j status) do(_ context.Context, o *office.Office, out desk.Reply) error {
	lines, err := o.Status()
	if err != nil {
		return err
	}
	for _, l := range lines {
		out.Printf("%-15s: %s\n", l.What, l.Text)
	}
	if j.Healthy {
		return o.Healthy()
	}
	return nil
}
