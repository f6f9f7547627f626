package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/flow/jejak"
)

func checkCommand(a *cli.App) *cobra.Command {
	var texts []string
	cmd := &cobra.Command{
		Use: "check", Short: "Baca seluruh basis data dan katakan apakah utuh", Args: cli.NoArgs,
		Long: `Baca seluruh basis data dan katakan apakah utuh. Jangkar jejak (nomor dan sidik catatan terbaru) dicetak di
bawahnya, juga ada di log, di berkas .sha256 setiap salinan, dan di rekap: dengan --anchor terbukti bahwa
jejak sampai catatan itu tidak diubah dan tidak dipotong.`,
		Example: `  siip-asn check
  siip-asn check --anchor 1204:9f2c5d7e81b4a06c33de`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.Config(cmd)
			if err != nil {
				return err
			}
			anchors, err := anchorsOf(texts)
			if err != nil {
				return err
			}
			return a.Perform(cmd, jobs.Check{Database: c.Database, Anchors: anchors}, a.Stdout)
		},
	}
	cmd.Flags().StringArrayVar(&texts, "anchor", nil, "bandingkan jejak dengan `NOMOR:SIDIK` yang dicatat dahulu; boleh berulang")
	return cmd
}

// anchorsOf reads the anchors that were written down. An empty one is a mistake: a check that compares nothing must not
// look like one that compared.
func anchorsOf(texts []string) (list []jejak.Anchor, err error) {
	for _, text := range texts {
		a, ok := jejak.ParseAnchor(text)
		if !ok {
			return nil, cli.Usage(fmt.Errorf("--anchor %q bukan NOMOR:SIDIK (sidik setidaknya 20 angka heksadesimal)", text))
		}
		list = append(list, a)
	}
	return list, nil
}
