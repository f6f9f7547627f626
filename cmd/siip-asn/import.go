package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/store"
)

func (a *app) importCommand() *cobra.Command {
	pegawai := &cobra.Command{
		Use: "pegawai BERKAS.xlsx", Short: "Muat atau perbarui data pegawai", Args: oneFile,
		Long: `Muat atau perbarui data pegawai dari berkas Excel. Satu baris salah saja, maka tidak ada yang disimpan;
setiap sel yang salah disebutkan. Buat berkas kosong dengan: siip-asn template pegawai BERKAS.xlsx`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.importFile(cmd, flow.BerkasPegawai, args[0]) },
	}
	panduan := &cobra.Command{
		Use: "panduan BERKAS.xlsx", Short: "Muat atau perbarui panduan jenis diklat", Args: oneFile,
		Long: `Muat atau perbarui panduan jenis diklat dari berkas Excel. Satu baris salah saja, maka tidak ada yang
disimpan. Jenis diklat yang tidak tercantum tetap ada. Buat berkas kosong dengan: siip-asn template panduan BERKAS.xlsx`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.importFile(cmd, flow.BerkasPanduan, args[0]) },
	}
	for _, cmd := range []*cobra.Command{pegawai, panduan} {
		cmd.Flags().Bool("dry-run", false, "periksa dan laporkan saja, jangan simpan")
		newFlag(cmd)
	}
	return group("import", "Muat data induk dari berkas Excel", pegawai, panduan)
}

func (a *app) importFile(cmd *cobra.Command, jenis flow.JenisBerkas, path string) error {
	b, err := a.readWorkbook(cmd.Context(), jenis, path)
	if err != nil {
		return err
	}
	return a.performImport(cmd, importJob{path, b, dryRun(cmd), operator("import")})
}

// performImport begins a database with its first import. A dry run, which is to leave nothing, tries that on one that is
// thrown away.
func (a *app) performImport(cmd *cobra.Command, j job) (err error) {
	c, err := a.config(cmd)
	if err != nil {
		return err
	}
	if _, err := os.Stat(c.Database); !errors.Is(err, fs.ErrNotExist) {
		return a.perform(cmd, j, a.stdout)
	}
	if err := mayBegin(cmd, c); err != nil {
		return err
	}
	if dryRun(cmd) {
		dir, err := os.MkdirTemp("", "siip-asn-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		c.Database = filepath.Join(dir, filepath.Base(c.Database))
	}
	return a.performHere(cmd, c, j, desk.Reply{Say: a.say, Result: a.stdout})
}

// importJob is the job of the commands: all of the workbook, or nothing.
type importJob struct {
	Path   string
	Book   office.Workbook
	DryRun bool
	By     flow.Pelaku
}

func (j importJob) do(ctx context.Context, o *office.Office, out desk.Reply) error {
	result, err := o.Import(j.Book, j.By, j.DryRun, progress(ctx, out, string(j.Book.Jenis)))
	if err != nil {
		return fmt.Errorf("%s: %w; tidak ada yang disimpan", j.Path, err)
	}
	for _, sentence := range (flow.Pemahaman{Bacaan: j.Book.Bacaan, Hasil: result}).Kalimat(listed) {
		out.Say("%s", sentence)
	}
	out.Printf("%s\n", importCount(j.Book.Jenis, result))
	if j.DryRun {
		out.Say("Hanya diperiksa, tidak ada yang disimpan.")
	}
	return nil
}

// listed is how many of a list the command line names.
const listed = 20

// importCount is the line about what came of an import.
func importCount(jenis flow.JenisBerkas, r flow.HasilImpor) string {
	if jenis == flow.BerkasPanduan {
		return fmt.Sprintf("jenis diklat: %d baru, %d berubah, %d sama", r.Baru, r.Berubah, r.Sama)
	}
	return fmt.Sprintf("pegawai: %d baru, %d berubah (%d pindah OPD), %d sama", r.Baru, r.Berubah, r.Pindah, r.Sama)
}

func dryRun(cmd *cobra.Command) bool {
	dry, _ := cmd.Flags().GetBool("dry-run")
	return dry
}

// errStopped ends a work when whoever asked for it wants it no more.
var errStopped = errors.New("dihentikan")

// progress tells every second how far a long work is, until the context ends.
func progress(ctx context.Context, out desk.Reply, what string) store.Progress {
	last := time.Now()
	return func(done, all int) error {
		if ctx.Err() != nil {
			return errStopped
		}
		if time.Since(last) >= time.Second {
			last = time.Now()
			out.Say("%d dari %d %s ...", done, all, what)
		}
		return nil
	}
}
