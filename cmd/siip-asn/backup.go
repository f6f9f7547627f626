package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/store"
	dbcopy "siip-asn/store/backup"
)

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use: "backup BERKAS", Short: "Buat salinan basis data yang utuh", Args: oneFile,
		Long: `Buat salinan basis data yang utuh, juga selagi bot berjalan. Salinan diperiksa setelah ditulis; berkas
lama dengan nama itu baru diganti bila salinan baru sudah utuh.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.config(cmd)
			if err != nil {
				return err
			}
			if dbcopy.SameFile(args[0], c.Database) {
				return fmt.Errorf("%s adalah basis data itu sendiri; pilih nama lain untuk salinannya", args[0])
			}
			err = store.WriteCopy(args[0], func(w io.Writer) error { return a.perform(cmd, backup{args[0]}, w) })
			if err != nil {
				return fmt.Errorf("salinan tidak dibuat: %w", err)
			}
			fmt.Fprintln(a.stdout, args[0])
			return nil
		},
	}
}

// backup is the job of the command: it streams a copy to whoever writes it to Path.
type backup struct{ Path string }

func (backup) do(_ context.Context, o *office.Office, out desk.Reply) error {
	return o.Store.Copy(out.Result)
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
			r, err := store.Restore(args[0], c.Database, a.now())
			if err != nil {
				return err
			}
			if r.Kept != "" {
				a.say("Basis data sebelumnya disimpan sebagai %s.", r.Kept)
			}
			if r.Codes > 0 {
				a.say("%d kode aktivasi di dalam salinan tidak berlaku lagi, karena mungkin sudah dipakai; buat yang baru dengan siip-asn invite.", r.Codes)
			}
			fmt.Fprintln(a.stdout, c.Database)
			return nil
		},
	}
}
