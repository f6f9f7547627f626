package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"siip-asn/flow"
	"siip-asn/reports"
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
		RunE: func(cmd *cobra.Command, args []string) error { return a.importPanduan(cmd, args[0]) },
	}
	for _, cmd := range []*cobra.Command{pegawai, panduan} {
		cmd.Flags().Bool("dry-run", false, "periksa dan laporkan saja, jangan simpan")
	}
	return group("import", "Muat data induk dari berkas Excel", pegawai, panduan)
}

func (a *app) importPegawai(cmd *cobra.Command, path string) (err error) {
	list, err := readWorkbook(a, path, reports.ReadPegawai)
	if err != nil {
		return err
	}
	_, s, err := a.openStore(cmd)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	result, err := s.ImportPegawai(list, flow.PerintahImpor, a.now(), dryRun(cmd), a.progress("pegawai"))
	if err != nil {
		return fmt.Errorf("%s: %w; tidak ada yang disimpan", path, err)
	}
	a.imported(cmd, "pegawai", result)
	return nil
}

func (a *app) importPanduan(cmd *cobra.Command, path string) (err error) {
	list, err := readWorkbook(a, path, reports.ReadPanduan)
	if err != nil {
		return err
	}
	_, s, err := a.openStore(cmd)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	result, err := s.ImportPanduan(list, flow.PerintahImpor, a.now(), dryRun(cmd))
	if err != nil {
		return fmt.Errorf("%s: %w; tidak ada yang disimpan", path, err)
	}
	a.imported(cmd, "jenis diklat", result)
	return nil
}

// readWorkbook reads a file, and says every fault of it on a line of its own.
func readWorkbook[T any](a *app, path string, read func(io.ReaderAt, int64) (T, []flow.Fault, error)) (list T, err error) {
	f, err := os.Open(path)
	if err != nil {
		return list, fmt.Errorf("berkas tidak dapat dibuka: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return list, err
	}
	list, faults, err := read(f, info.Size())
	if err != nil {
		return list, fmt.Errorf("%s: %w", path, err)
	}
	for _, fault := range faults {
		a.say("%s: %v", path, fault)
	}
	if len(faults) > 0 {
		return list, fmt.Errorf("%s: %d kesalahan; tidak ada yang disimpan", path, len(faults))
	}
	return list, nil
}

func dryRun(cmd *cobra.Command) bool {
	dry, _ := cmd.Flags().GetBool("dry-run")
	return dry
}

// imported prints the counts.
func (a *app) imported(cmd *cobra.Command, what string, r flow.HasilImpor) {
	fmt.Fprintf(a.stdout, "%s: %d baru, %d berubah (%d pindah OPD), %d sama\n", what, r.Baru, r.Berubah, r.Pindah, r.Sama)
	if dryRun(cmd) {
		a.say("Hanya diperiksa, tidak ada yang disimpan.")
	}
}

// progress tells every second how far a long work is.
func (a *app) progress(what string) func(done, all int) {
	last := time.Now()
	return func(done, all int) {
		if time.Since(last) >= time.Second {
			last = time.Now()
			a.say("%d dari %d %s ...", done, all, what)
		}
	}
}
