package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"siip-asn/flow"
	"siip-asn/flow/percakapan"
	"siip-asn/reports"
)

func (a *app) rekapCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "rekap", Short: "Buat berkas Excel rekap tanpa Telegram", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.rekap(cmd) },
	}
	cmd.Flags().Int("periode", -1, "`tahun` usulan, 0 untuk semua tahun (bawaan: periode sekarang)")
	cmd.Flags().String("out", "", "`berkas` tujuan (bawaan: Rekap_SIIP-ASN_PERIODE_TANGGAL.xlsx di folder ini)")
	return cmd
}

func (a *app) rekap(cmd *cobra.Command) (err error) {
	year, _ := cmd.Flags().GetInt("periode")
	if cmd.Flags().Changed("periode") && year != 0 && (year < 1900 || year > 9999) {
		return usageError{errors.New("--periode harus tahun empat angka, atau 0 untuk semua tahun")}
	}
	c, s, err := a.existingStore(cmd)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	now := a.now().In(c.Zona)
	periode := flow.Periode(year)
	if year < 0 {
		periode = c.aturan().Periode(flow.TanggalOf(now))
	}
	rows, err := s.Data(periode)
	if err != nil {
		return err
	}
	r := flow.NewRekap(c.aturan(), periode, now, rows)
	out, _ := cmd.Flags().GetString("out")
	if out == "" {
		out = reports.RekapName(r)
	}
	if err := writeFile(out, func(w io.Writer) error { return reports.WriteRekap(w, r) }); err != nil {
		return err
	}
	a.say("%s", percakapan.RekapScreen(r).Text)
	fmt.Fprintln(a.stdout, out)
	return nil
}
