package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/store"
)

func checkCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: "check", Short: "Baca seluruh basis data dan katakan apakah utuh", Args: noArgs,
		Long: `Baca seluruh basis data dan katakan apakah utuh. Jangkar jejak (nomor dan sidik entri terbaru) dicetak di
bawahnya, juga ada di log, di berkas .sha256 setiap salinan, dan di rekap: dengan --anchor terbukti bahwa
jejak sampai entri itu tidak diubah dan tidak dipotong.`,
		Example: `  siip-asn check
  siip-asn check --anchor 1204:9f2c5d7e81b4a06c33de`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.config(cmd)
			if err != nil {
				return err
			}
			anchors, err := anchorsOf(cmd)
			if err != nil {
				return err
			}
			return a.perform(cmd, check{c.Database, anchors}, a.stdout)
		},
	}
	cmd.Flags().StringArray("anchor", nil, "bandingkan jejak dengan `NOMOR:SIDIK` yang dicatat dahulu; boleh berulang")
	return cmd
}

// anchorsOf reads the anchors that were written down.
func anchorsOf(cmd *cobra.Command) (list []flow.Anchor, err error) {
	texts, _ := cmd.Flags().GetStringArray("anchor")
	for _, text := range texts {
		a, ok := flow.ParseAnchor(text)
		if !ok {
			return nil, usageError{fmt.Errorf("--anchor %q bukan NOMOR:SIDIK (sidik setidaknya 20 angka heksadesimal)", text)}
		}
		list = append(list, a)
	}
	return list, nil
}

// check is the job of the command.
type check struct {
	Database string
	Anchors  []flow.Anchor // with which the trail is compared
}

func (j check) do(_ context.Context, o *office.Office, out desk.Reply) error {
	problems, err := o.Store.Check()
	if err != nil {
		return err
	}
	for _, a := range j.Anchors {
		problem, err := o.Store.CheckAnchor(a)
		if err != nil {
			return err
		}
		if problem != "" {
			problems = append(problems, problem)
		}
	}
	for _, p := range problems {
		out.Printf("%s\n", p)
	}
	if len(problems) > 0 {
		return fmt.Errorf("basis data %s tidak utuh: %d masalah; pulihkan dengan siip-asn restore", j.Database, len(problems))
	}
	return j.healthy(o.Store, out)
}

// healthy says what is in a sound database.
func (j check) healthy(s *store.Store, out desk.Reply) error {
	letters, err1 := s.DeadLetters()
	waiting, err2 := s.Pending()
	rows, err3 := s.Data(flow.Semua)
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	return s.Read(func(r *store.Reader) error {
		out.Printf("Basis data %s utuh: %d pegawai, %d usulan, %d pesan menunggu dikirim, %d pesan gagal.\n",
			j.Database, len(r.Pegawais()), len(rows), len(waiting), len(letters))
		if a := r.Anchor(); a.Nomor > 0 {
			out.Printf("Jangkar jejak: %s\n", a)
		}
		for _, a := range j.Anchors {
			out.Printf("Jejak sampai entri %d sama dengan jangkar yang dicatat.\n", a.Nomor)
		}
		return nil
	})
}
