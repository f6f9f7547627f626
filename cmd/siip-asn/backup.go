package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/output"
	"siip-asn/store"
)

func backupCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "backup BERKAS", Short: "Buat salinan basis data yang utuh", Args: oneFile,
		Long: `Buat salinan basis data yang utuh, juga selagi bot berjalan. Salinan diperiksa setelah ditulis; berkas
lama dengan nama itu baru diganti bila salinan baru sudah utuh.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.config(cmd)
			if err != nil {
				return err
			}
			if err := a.writeBackup(cmd, c, args[0]); err != nil {
				return fmt.Errorf("salinan tidak dibuat: %w", err)
			}
			fmt.Fprintln(a.stdout, args[0])
			return nil
		},
	}
}

// writeBackup writes a copy to a path. A pipe or a device gets it as it is; what becomes a file is read back and sealed, and
// takes the place of an earlier copy only.
func (a *app) writeBackup(cmd *cobra.Command, c config.Config, path string) error {
	guard, copied := a.guard(c), func(w io.Writer) error { return a.perform(cmd, jobs.Backup{Path: path}, w) }
	if output.IsDevice(path) {
		return guard.Replace(path, output.Database, copied)
	}
	if err := guard.CheckKind(path, output.Database); err != nil {
		return err
	}
	if err := office.CopyFolder(c, filepath.Dir(path)); err != nil {
		return err
	}
	return store.WriteCopy(path, copied)
}

func restoreCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "restore BERKAS", Short: "Kembalikan basis data dari sebuah salinan", Args: oneFile,
		Long: `Kembalikan basis data dari sebuah salinan. Salinan diperiksa dahulu; basis data yang digantikan
tetap disimpan di sebelahnya.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.config(cmd)
			if err != nil {
				return err
			}
			if err := a.settingFiles(c).Check(c.Database); err != nil {
				return fmt.Errorf("database.path: %w", err)
			}
			r, err := store.Restore(args[0], c.Database, operator("restore"), a.now())
			if err != nil {
				return err
			}
			if r.Kept != "" {
				a.say("Basis data sebelumnya disimpan sebagai %s.", r.Kept)
			}
			if r.Codes > 0 {
				a.say("Sebanyak %d kode aktivasi di dalam salinan tidak berlaku lagi, karena mungkin sudah dipakai; buat yang baru dengan siip-asn invite.", r.Codes)
			}
			fmt.Fprintln(a.stdout, c.Database)
			return nil
		},
	}
}
