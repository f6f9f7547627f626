package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/jobs"
)

func deadCommand(a *app) *cobra.Command {
	list := &cobra.Command{
		Use: "list", Short: "Tampilkan pesan gagal, yang terlama dahulu", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.perform(cmd, jobs.Dead{Act: jobs.ListLetters}, a.stdout)
		},
	}
	return group("dead", "Pesan gagal: yang tidak dapat dibaca, dikerjakan, atau dikirim", list,
		deadAct(a, "resend", "Kirim atau kerjakan lagi pesan gagal", jobs.ResendLetters),
		deadAct(a, "drop", "Buang pesan gagal", jobs.DropLetters))
}

// deadAct is a command on some dead letters, or on all.
func deadAct(a *app, name, short, act string) *cobra.Command {
	cmd := &cobra.Command{
		Use: name + " [NOMOR ...]", Short: short, Example: "  siip-asn dead " + name + " 3 4\n  siip-asn dead " + name + " --all",
		RunE: func(cmd *cobra.Command, args []string) error {
			j := jobs.Dead{Act: act, By: operator("dead " + name)}
			all, _ := cmd.Flags().GetBool("all")
			if all == (len(args) > 0) {
				return usageError{errors.New("sebutkan nomor pesan gagal, atau --all; salah satu saja")}
			}
			for _, arg := range args {
				n, err := strconv.ParseUint(arg, 10, 64)
				if err != nil {
					return usageError{fmt.Errorf("%q bukan nomor pesan gagal; lihat: siip-asn dead list", arg)}
				}
				j.Nomor = append(j.Nomor, n)
			}
			return a.perform(cmd, j, a.stdout)
		},
	}
	cmd.Flags().Bool("all", false, "semua pesan gagal")
	return cmd
}
