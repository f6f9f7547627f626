package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"siip-asn/store"
)

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use: "backup BERKAS", Short: "Buat salinan basis data yang utuh", Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			_, s, err := a.existingStore(cmd)
			if err != nil {
				return err
			}
			defer closing(s, &err)
			if err := s.Backup(args[0]); err != nil {
				return fmt.Errorf("salinan tidak dibuat: %w", err)
			}
			fmt.Fprintln(a.stdout, args[0])
			return nil
		},
	}
}

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use: "restore BERKAS", Short: "Kembalikan basis data dari sebuah salinan", Args: oneFile,
		Long: `Kembalikan basis data dari sebuah salinan. Salinan diperiksa dahulu; basis data yang digantikan
tetap disimpan di sebelahnya.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.config(cmd)
			if err != nil {
				return err
			}
			kept, err := store.Restore(args[0], c.Database, a.now())
			if err != nil {
				return err
			}
			if kept != "" {
				a.say("Basis data sebelumnya disimpan sebagai %s.", kept)
			}
			fmt.Fprintln(a.stdout, c.Database)
			return nil
		},
	}
}
