package codes

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/words"
	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/reports/undangan"
)

// Place is where codes go: into one file, into a folder with slips of each OPD, or, when both are empty, to standard
// output.
type Place struct{ File, Folder string }

// PlaceOf reads the place of the flags --out and --slip, of which one may be given. A name with a wrong ending is wrong usage.
func PlaceOf(a *cli.App, cmd *cobra.Command) (to Place, err error) {
	to.File, _ = cmd.Flags().GetString("out")
	to.Folder, _ = cmd.Flags().GetString("slip")
	switch {
	case to.File != "" && to.Folder != "":
		return to, cli.Usage(errors.New("pilih salah satu: --out BERKAS atau --slip FOLDER"))
	case to.File != "":
		to.File, err = cli.WithEnding(a.Outputs(cmd), to.File, ".xlsx", ".pdf")
	}
	return to, err
}

// deliver hands codes out in two phases: they are written durably where they are to go, and only then made valid, which ends the
// earlier codes of the same people. So a failure on the way leaves the earlier codes valid. When they do not become valid, the
// files that were written are removed again.
func deliver(a *cli.App, cmd *cobra.Command, codes office.Codes, to Place) error {
	c, err := a.Config(cmd)
	if err != nil {
		return err
	}
	var written []string
	switch {
	case to.File != "":
		written, err = []string{to.File}, a.Guard(c).New(to.File, fileOf(to.File, c.Instansi, a.Now().In(c.Zona), codes.Undangan))
	case to.Folder != "":
		written, err = writeSlips(a, c, to.Folder, codes.Undangan)
	default:
		err = printCodes(a, codes.Undangan)
	}
	if err != nil {
		return fmt.Errorf("%w; tidak ada kode yang diganti", err)
	}
	if err := keepCodes(a, cmd, codes); err != nil {
		for _, path := range written {
			err = errors.Join(err, os.Remove(path))
		}
		return fmt.Errorf("kode yang baru dibuat tidak berlaku: %w", err)
	}
	for _, path := range written {
		fmt.Fprintln(a.Stdout, path)
	}
	return nil
}

// fileOf writes codes as the ending of the file says.
func fileOf(path, instansi string, made time.Time, list []aktivasi.Undangan) func(io.Writer) error {
	return func(w io.Writer) error {
		if strings.EqualFold(filepath.Ext(path), ".pdf") {
			return undangan.WritePDF(w, instansi, made, list)
		}
		return undangan.Write(w, made, list)
	}
}

// writeSlips writes the slips of each OPD into a file of its own, all or none.
func writeSlips(a *cli.App, c config.Config, folder string, list []aktivasi.Undangan) (written []string, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("folder slip: %w", err)
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b aktivasi.Undangan) int { return cmp.Compare(a.OPD, b.OPD) })
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].OPD == list[0].OPD {
			n++
		}
		path := unlike(written, filepath.Join(folder, undangan.Name(flow.OPD{Nama: list[0].OPD})))
		if err := a.Guard(c).New(path, fileOf(path, c.Instansi, a.Now().In(c.Zona), list[:n])); err != nil {
			for _, done := range written {
				err = errors.Join(err, os.Remove(done))
			}
			return nil, cli.Taken(err, " untuk foldernya dengan --slip")
		}
		written, list = append(written, path), list[n:]
	}
	return written, nil
}

// unlike numbers a file name that has been used: two OPD can differ in signs only.
func unlike(used []string, path string) string {
	ending, numbered := filepath.Ext(path), path
	for n := 2; slices.Contains(used, numbered); n++ {
		numbered = fmt.Sprintf("%s_%d%s", strings.TrimSuffix(path, ending), n, ending)
	}
	return numbered
}

// printCodes writes NIP, kode and link with tabs between.
func printCodes(a *cli.App, list []aktivasi.Undangan) error {
	for _, u := range list {
		fmt.Fprint(a.Stdout, words.Harmless(fmt.Sprintf("%s\t%s\t%s\n", u.NIP, u.Kode, u.Link)))
	}
	if err := a.Landed(); err != nil {
		return fmt.Errorf("hasilnya tidak dapat ditulis: %w", err)
	}
	return nil
}
