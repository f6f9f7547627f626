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

	"siip-asn/flow"
	"siip-asn/reports"
	"siip-asn/store"
)

func (a *app) importCommand() *cobra.Command {
	pegawai := &cobra.Command{
		Use: "pegawai BERKAS.xlsx", Short: "Muat atau perbarui data pegawai", Args: oneFile,
		Long: `Muat atau perbarui data pegawai dari berkas Excel. Satu baris salah saja, maka tidak ada yang disimpan;
setiap sel yang salah disebutkan. Buat berkas kosong dengan: siip-asn template pegawai BERKAS.xlsx`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.importPegawai(cmd, args[0]) },
	}
	panduan := &cobra.Command{
		Use: "panduan BERKAS.xlsx", Short: "Muat atau perbarui panduan jenis diklat", Args: oneFile,
		Long: `Muat atau perbarui panduan jenis diklat dari berkas Excel. Satu baris salah saja, maka tidak ada yang
disimpan. Jenis diklat yang tidak tercantum tetap ada. Buat berkas kosong dengan: siip-asn template panduan BERKAS.xlsx`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.importPanduan(cmd, args[0]) },
	}
	for _, cmd := range []*cobra.Command{pegawai, panduan} {
		cmd.Flags().Bool("dry-run", false, "periksa dan laporkan saja, jangan simpan")
	}
	return group("import", "Muat data induk dari berkas Excel", pegawai, panduan)
}

func (a *app) importPegawai(cmd *cobra.Command, path string) error {
	list, err := readWorkbook(a, path, reports.ReadPegawai)
	if err != nil {
		return err
	}
	return a.performImport(cmd, importPegawai{path, list, dryRun(cmd)})
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
	if dryRun(cmd) {
		dir, err := os.MkdirTemp("", "siip-asn-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		c.Database = filepath.Join(dir, filepath.Base(c.Database))
	}
	return a.performHere(cmd, c, j, reply{a.say, a.stdout})
}

// importPegawai is the job of import pegawai: all of the list, or nothing.
type importPegawai struct {
	Path   string
	List   flow.ImporPegawai
	DryRun bool
}

func (j importPegawai) do(ctx context.Context, sys *system, out reply) error {
	result, err := sys.store.ImportPegawai(j.List, flow.PerintahImpor, sys.now(), j.DryRun, out.progress(ctx, "pegawai"))
	if err != nil {
		return fmt.Errorf("%s: %w; tidak ada yang disimpan", j.Path, err)
	}
	out.counted(j.DryRun, "pegawai: %d baru, %d berubah (%d pindah OPD), %d sama", result.Baru, result.Berubah, result.Pindah, result.Sama)
	return nil
}

func (a *app) importPanduan(cmd *cobra.Command, path string) error {
	list, err := readWorkbook(a, path, reports.ReadPanduan)
	if err != nil {
		return err
	}
	return a.performImport(cmd, importPanduan{path, list, dryRun(cmd)})
}

// importPanduan is the job of import panduan.
type importPanduan struct {
	Path   string
	List   []flow.BarisPanduan
	DryRun bool
}

func (j importPanduan) do(_ context.Context, sys *system, out reply) error {
	result, err := sys.store.ImportPanduan(j.List, flow.PerintahImpor, sys.now(), j.DryRun)
	if err != nil {
		return fmt.Errorf("%s: %w; tidak ada yang disimpan", j.Path, err)
	}
	out.counted(j.DryRun, "jenis diklat: %d baru, %d berubah, %d sama", result.Baru, result.Berubah, result.Sama)
	return nil
}

func dryRun(cmd *cobra.Command) bool {
	dry, _ := cmd.Flags().GetBool("dry-run")
	return dry
}

// counted ends an import: what came of it stands on its line.
func (r reply) counted(dryRun bool, form string, counts ...any) {
	r.printf(form+"\n", counts...)
	if dryRun {
		r.say("Hanya diperiksa, tidak ada yang disimpan.")
	}
}

// errStopped ends a work when whoever asked for it wants it no more.
var errStopped = errors.New("dihentikan")

// progress tells every second how far a long work is, until the context ends.
func (r reply) progress(ctx context.Context, what string) store.Progress {
	last := time.Now()
	return func(done, all int) error {
		if ctx.Err() != nil {
			return errStopped
		}
		if time.Since(last) >= time.Second {
			last = time.Now()
			r.say("%d dari %d %s ...", done, all, what)
		}
		return nil
	}
}
