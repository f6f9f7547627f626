package main

import (
	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
)

// commands are all that can be typed, each made in the file of its name.
var commands = []func(*cli.App) *cobra.Command{
	demoCommand, mulaiCommand, serveCommand, importCommand, inviteCommand, rekapCommand, templateCommand, backupCommand, restoreCommand, checkCommand,
	statusCommand, deadCommand, versionCommand,
}

func rootCommand(a *cli.App) *cobra.Command {
	root := &cobra.Command{
		Use:   "siip-asn",
		Short: "Bot Telegram SIIP-ASN",
		Long: `SIIP-ASN: Sistem Informasi Individual Planning Aparatur Sipil Negara, sebagai bot Telegram.

Coba dahulu tanpa token dan tanpa internet:  siip-asn demo
Siapkan untuk sebuah kantor:                 siip-asn mulai
Layanan sebenarnya:                          siip-asn serve --config config.yaml`,
		Args: cli.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if version, _ := cmd.Flags().GetBool("version"); version {
				printVersion(a)
				return nil
			}
			return cmd.Help()
		},
	}
	root.Flags().Bool("version", false, "tampilkan versi program")
	for _, command := range commands {
		root.AddCommand(command(a))
	}
	a.Dress(root)
	return root
}
