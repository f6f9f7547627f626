package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"siip-asn/reports/masuk"
)

func templateCommand(a *app) *cobra.Command {
	child := func(name string, write func(io.Writer) error) *cobra.Command {
		return &cobra.Command{
			Use: name + " BERKAS.xlsx", Short: "Berkas Excel kosong untuk data " + name, Args: oneFile,
			RunE: func(cmd *cobra.Command, args []string) error {
				guard := a.outputs(cmd)
				path, err := withEnding(guard, args[0], ".xlsx")
				if err != nil {
					return err
				}
				if err := guard.New(path, write); err != nil {
					return err
				}
				fmt.Fprintln(a.stdout, path)
				return nil
			},
		}
	}
	return group("template", "Berkas Excel kosong dengan petunjuk untuk diisi",
		child("pegawai", masuk.WriteTemplatePegawai), child("panduan", masuk.WriteTemplatePanduan))
}
