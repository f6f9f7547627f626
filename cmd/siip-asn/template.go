package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/reports/incoming"
)

func templateCommand(a *cli.App) *cobra.Command {
	child := func(name string, write func(io.Writer) error) *cobra.Command {
		return &cobra.Command{
			Use: name + " BERKAS.xlsx", Short: "Berkas Excel kosong untuk data " + name, Args: cli.OneFile,
			RunE: func(cmd *cobra.Command, args []string) error {
				guard := a.Outputs(cmd)
				path, err := cli.WithEnding(guard, args[0], ".xlsx")
				if err != nil {
					return err
				}
				if err := guard.New(path, write); err != nil {
					return err
				}
				fmt.Fprintln(a.Stdout, path)
				return nil
			},
		}
	}
	return cli.Group("template", "Berkas Excel kosong dengan petunjuk untuk diisi",
		child("pegawai", incoming.WriteTemplatePegawai), child("panduan", incoming.WriteTemplatePanduan))
}
