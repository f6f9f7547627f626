package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/output"
	"siip-asn/store"
)

func backupCommand(a *cli.App) *cobra.Command {
	return &cobra.Command{
		Use: "backup BERKAS", Short: "Buat salinan basis data yang utuh", Args: cli.OneFile,
		Long: `Buat salinan basis data yang utuh, juga selagi bot berjalan. Salinan diperiksa setelah ditulis; berkas
lama dengan nama itu baru diganti bila salinan baru sudah utuh.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.Config(cmd)
			if err != nil {
				return err
			}
			if err := writeBackup(a, cmd, c, args[0]); err != nil {
				return fmt.Errorf("salinan tidak dibuat: %w", err)
			}
			fmt.Fprintln(a.Stdout, args[0])
			return nil
		},
	}
}

// writeBackup writes a copy to a path. A pipe or a device gets it as it is; what becomes a file is read back and sealed, and
// takes the place of an earlier copy only.
func writeBackup(a *cli.App, cmd *cobra.Command, c config.Config, path string) error {
	guard, copied := a.Guard(c), func(w io.Writer) error { return a.Perform(cmd, jobs.Backup{Path: path}, w) }
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

func restoreCommand(a *cli.App) *cobra.Command {
	return &cobra.Command{
		Use: "restore BERKAS", Short: "Kembalikan basis data dari sebuah salinan", Args: cli.OneFile,
		Long: `Kembalikan basis data dari sebuah salinan. Salinan diperiksa dahulu; basis data yang digantikan
tetap disimpan di sebelahnya.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.Config(cmd)
			if err != nil {
				return err
			}
			if err := a.SettingFiles(c).Check(c.Database); err != nil {
				return fmt.Errorf("database.path: %w", err)
			}
			if err := cli.Readable(args[0]); err != nil {
				return err
			}
			r, err := store.Restore(args[0], c.Database, cli.Operator("restore"), a.Now())
			if err != nil {
				return err
			}
			if r.Kept != "" {
				a.Say("Basis data sebelumnya disimpan sebagai %s.", r.Kept)
			}
			if r.Codes > 0 {
				a.Say("Sebanyak %d kode aktivasi di dalam salinan tidak berlaku lagi, karena mungkin sudah dipakai; buat yang baru dengan siip-asn invite.", r.Codes)
			}
			a.Say("Basis data siap dipakai. Silakan jalankan lagi bot: siip-asn serve, atau sudo systemctl start siip-asn.")
			fmt.Fprintln(a.Stdout, c.Database)
			return nil
		},
	}
}
