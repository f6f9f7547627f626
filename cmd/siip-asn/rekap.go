package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/output"
	"siip-asn/flow/kalender"
	rekapbuku "siip-asn/reports/rekap"
)

func rekapCommand(a *cli.App) *cobra.Command {
	cmd := &cobra.Command{
		Use: "rekap", Short: "Buat berkas Excel rekap tanpa Telegram", Args: cli.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return writeRekap(a, cmd) },
	}
	cmd.Flags().Int("periode", -1, "`tahun` usulan, 0 untuk semua tahun (bawaan: periode sekarang)")
	cmd.Flags().String("out", "", "`berkas` tujuan (bawaan: Rekap_SIIP-ASN_PERIODE_TANGGAL.xlsx di folder ini)")
	cmd.Flags().Bool("ganti", false, "gantikan berkas Excel yang sudah ada")
	return cmd
}

func writeRekap(a *cli.App, cmd *cobra.Command) error {
	year, _ := cmd.Flags().GetInt("periode")
	if cmd.Flags().Changed("periode") && year != 0 && (year < 1900 || year > 9999) {
		return cli.Usage(errors.New("--periode harus tahun empat angka, atau 0 untuk semua tahun"))
	}
	c, err := a.Config(cmd)
	if err != nil {
		return err
	}
	now := a.Now().In(c.Zona)
	j := jobs.Rekap{Periode: kalender.Periode(year)}
	if year < 0 {
		j.Periode = c.Aturan().Periode(kalender.TanggalOf(now))
	}
	out, _ := cmd.Flags().GetString("out")
	if out == "" {
		out = rekapbuku.Name(j.Periode, now)
	}
	guard := a.Guard(c)
	if out, err = cli.WithEnding(guard, out, ".xlsx"); err != nil {
		return err
	}
	make := func(w io.Writer) error { return a.Perform(cmd, j, w) }
	if replace, _ := cmd.Flags().GetBool("ganti"); replace {
		err = guard.Replace(out, output.Workbook, make)
	} else {
		err = cli.Taken(guard.New(out, make), " dengan --out, atau --ganti untuk menggantinya")
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(a.Stdout, out)
	return nil
}
