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

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check", Short: "Baca seluruh basis data dan katakan apakah utuh", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.config(cmd)
			if err != nil {
				return err
			}
			return a.perform(cmd, check{c.Database}, a.stdout)
		},
	}
}

// check is the job of the command.
type check struct{ Database string }

func (j check) do(_ context.Context, o *office.Office, out desk.Reply) error {
	problems, err := o.Store.Check()
	if err != nil {
		return err
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
		out.Printf("Basis data %s utuh: %d pegawai, %d usulan, %d pesan menunggu dikirim, %d surat mati.\n",
			j.Database, len(r.Pegawais()), len(rows), len(waiting), len(letters))
		return nil
	})
}
