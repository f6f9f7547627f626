package main

import (
	"errors"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/codes"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/flow/identitas"
)

func inviteCommand(a *cli.App) *cobra.Command {
	cmd := &cobra.Command{
		Use: "invite", Short: "Buat kode aktivasi untuk pegawai", Args: cli.NoArgs,
		Long: `Buat kode aktivasi untuk pegawai yang belum terhubung dan belum memegang kode yang masih berlaku. Dengan
--ganti, dan dengan --nip, kode baru menggantikan kode lama. Kode hanya ditampilkan sekali ini: yang disimpan
hanya sidik jarinya. Kode baru berlaku setelah hasilnya tersimpan utuh; sebelum itu kode lama tetap berlaku.`,
		Example: `  siip-asn invite --nip 190101011925011001
  siip-asn invite --opd "Dinas Kesehatan" --out kode.xlsx
  siip-asn invite --all --out kode.pdf
  siip-asn invite --all --slip slip`,
		RunE: func(cmd *cobra.Command, _ []string) error { return runInvite(a, cmd) },
	}
	cmd.Flags().String("nip", "", "satu pegawai dengan `NIP` ini; kode lamanya diganti")
	cmd.Flags().String("opd", "", "semua pegawai OPD dengan `nama` ini")
	cmd.Flags().Bool("all", false, "semua pegawai")
	cmd.Flags().Bool("ganti", false, "ganti juga kode yang masih berlaku")
	cmd.Flags().Bool("ya", false, "jangan bertanya dahulu")
	cmd.Flags().String("out", "", "`berkas` .xlsx atau .pdf (slip dengan kode QR) untuk dibagikan (bawaan: NIP, kode, dan tautan ke keluaran standar)")
	cmd.Flags().String("slip", "", "`folder` untuk slip dengan kode QR, satu berkas PDF per OPD")
	return cmd
}

func runInvite(a *cli.App, cmd *cobra.Command) error {
	j, err := invited(cmd)
	if err != nil {
		return err
	}
	to, err := codes.PlaceOf(a, cmd)
	if err != nil {
		return err
	}
	sure, _ := cmd.Flags().GetBool("ya")
	return codes.HandOut(a, cmd, j, to, sure)
}

// invited reads who is invited: exactly one of the three flags.
func invited(cmd *cobra.Command) (j jobs.NewCodes, err error) {
	nip, _ := cmd.Flags().GetString("nip")
	opd, _ := cmd.Flags().GetString("opd")
	all, _ := cmd.Flags().GetBool("all")
	renew, _ := cmd.Flags().GetBool("ganti")
	switch {
	case nip != "" && opd == "" && !all:
		if j.NIP, err = identitas.ParseNIP(nip); err != nil {
			err = cli.Usage(err)
		}
		j.Renew = true
		return j, err
	case opd != "" && nip == "" && !all, all && nip == "" && opd == "":
		return jobs.NewCodes{OPD: opd, Renew: renew}, nil
	default:
		return j, cli.Usage(errors.New("pilih salah satu: --nip NIP, --opd NAMA, atau --all"))
	}
}
