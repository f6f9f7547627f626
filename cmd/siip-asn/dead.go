package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/jobs"
)

func deadCommand(a *cli.App) *cobra.Command {
	list := &cobra.Command{
		Use: "list", Short: "Tampilkan pesan gagal, yang terlama dahulu", Args: cli.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.Perform(cmd, jobs.Dead{Act: jobs.ListLetters}, a.Stdout)
		},
	}
	return cli.Group("dead", "Pesan gagal: yang tidak dapat dibaca, dikerjakan, atau dikirim", list,
		deadAct(a, "resend", "Kirim atau kerjakan lagi pesan gagal", jobs.ResendLetters),
		deadAct(a, "drop", "Buang pesan gagal", jobs.DropLetters))
}

// deadAct is a command on some dead letters, or on all.
func deadAct(a *cli.App, name, short, act string) *cobra.Command {
	cmd := &cobra.Command{
		Use: name + " [NOMOR ...]", Short: short, Example: "  siip-asn dead " + name + " 3 4\n  siip-asn dead " + name + " --all",
		RunE: func(cmd *cobra.Command, args []string) error {
			j := jobs.Dead{Act: act, By: cli.Operator("dead " + name)}
			all, _ := cmd.Flags().GetBool("all")
			if all == (len(args) > 0) {
				return cli.Usage(errors.New("sebutkan nomor pesan gagal, atau --all; salah satu saja"))
			}
			for _, arg := range args {
				n, err := strconv.ParseUint(arg, 10, 64)
				if err != nil {
					return cli.Usage(fmt.Errorf("%q bukan nomor pesan gagal; lihat: siip-asn dead list", arg))
				}
				j.Nomor = append(j.Nomor, n)
			}
			return a.Perform(cmd, j, a.Stdout)
		},
	}
	cmd.Flags().Bool("all", false, "semua pesan gagal")
	return cmd
}
