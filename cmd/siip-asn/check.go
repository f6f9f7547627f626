package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"siip-asn/flow"
	"siip-asn/store"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check", Short: "Baca seluruh basis data dan katakan apakah utuh", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.check(cmd) },
	}
}

func (a *app) check(cmd *cobra.Command) (err error) {
	c, s, err := a.existingStore(cmd)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	problems, err := s.Check()
	if err != nil {
		return err
	}
	for _, p := range problems {
		fmt.Fprintln(a.stdout, p)
	}
	if len(problems) > 0 {
		return fmt.Errorf("basis data %s tidak utuh: %d masalah; pulihkan dengan siip-asn restore", c.Database, len(problems))
	}
	return a.healthy(c, s)
}

// healthy says what is in a sound database.
func (a *app) healthy(c config, s *store.Store) error {
	letters, err1 := s.DeadLetters()
	waiting, err2 := s.Pending()
	rows, err3 := s.Data(flow.Semua)
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	return s.Read(func(r *store.Reader) error {
		fmt.Fprintf(a.stdout, "Basis data %s utuh: %d pegawai, %d usulan, %d pesan menunggu dikirim, %d surat mati.\n",
			c.Database, len(r.Pegawais()), len(rows), len(waiting), len(letters))
		return nil
	})
}
