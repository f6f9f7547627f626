package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/words"
	"siip-asn/flow"
	"siip-asn/flow/berkas"
	"siip-asn/reports/undangan"
)

// handout is where codes go: into one file, into a folder with slips of each OPD, or, when both are empty, to standard
// output.
type handout struct{ file, folder string }

func (a *app) handoutOf(cmd *cobra.Command) (to handout, err error) {
	to.file, _ = cmd.Flags().GetString("out")
	to.folder, _ = cmd.Flags().GetString("slip")
	switch {
	case to.file != "" && to.folder != "":
		return to, usageError{errors.New("pilih salah satu: --out BERKAS atau --slip FOLDER")}
	case to.file != "":
		to.file, err = withEnding(a.outputs(cmd), to.file, ".xlsx", ".pdf")
	}
	return to, err
}

// handOut puts codes where they are to go, and only then makes them valid: codes that nobody got end no earlier ones. When
// they do not become valid, what was written is taken away again.
func (a *app) handOut(cmd *cobra.Command, codes office.Codes, to handout) error {
	c, err := a.config(cmd)
	if err != nil {
		return err
	}
	var written []string
	switch {
	case to.file != "":
		written, err = []string{to.file}, a.guard(c).New(to.file, codeFile(to.file, c.Instansi, a.now().In(c.Zona), codes.Undangan))
	case to.folder != "":
		written, err = a.slips(c, to.folder, codes.Undangan)
	default:
		err = a.printCodes(codes.Undangan)
	}
	if err != nil {
		return fmt.Errorf("%w; tidak ada kode yang diganti", err)
	}
	if err := a.keep(cmd, codes); err != nil {
		for _, path := range written {
			err = errors.Join(err, os.Remove(path))
		}
		return fmt.Errorf("kode yang baru dibuat tidak berlaku: %w", err)
	}
	for _, path := range written {
		fmt.Fprintln(a.stdout, path)
	}
	return nil
}

// codeFile writes codes as the ending of the file says.
func codeFile(path, instansi string, made time.Time, list []flow.Undangan) func(io.Writer) error {
	return func(w io.Writer) error {
		if strings.EqualFold(filepath.Ext(path), ".pdf") {
			return undangan.WritePDF(w, instansi, made, list)
		}
		return undangan.Write(w, made, list)
	}
}

// slips writes the slips of each OPD into a file of its own, all or none.
func (a *app) slips(c config.Config, folder string, list []flow.Undangan) (written []string, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("folder slip: %w", err)
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b flow.Undangan) int { return cmp.Compare(a.OPD, b.OPD) })
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].OPD == list[0].OPD {
			n++
		}
		path := unlike(written, filepath.Join(folder, undangan.Name(flow.OPD{Nama: list[0].OPD})))
		if err := a.guard(c).New(path, codeFile(path, c.Instansi, a.now().In(c.Zona), list[:n])); err != nil {
			for _, done := range written {
				err = errors.Join(err, os.Remove(done))
			}
			return nil, another(err, " untuk foldernya dengan --slip")
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
func (a *app) printCodes(list []flow.Undangan) error {
	for _, u := range list {
		fmt.Fprint(a.stdout, words.Harmless(fmt.Sprintf("%s\t%s\t%s\n", u.NIP, u.Kode, u.Link)))
	}
	if w, ok := a.stdout.(*resultWriter); ok {
		if err := w.durable(); err != nil {
			return fmt.Errorf("hasilnya tidak dapat ditulis: %w", err)
		}
	}
	return nil
}

// operator is who the trail names for a command: the program, and the user of the machine.
func operator(command string) berkas.Pelaku {
	by := berkas.Pelaku{Nama: "Perintah " + command, Peran: flow.Sistem}
	if who, err := user.Current(); err == nil && who.Username != "" {
		by.Nama += " oleh " + who.Username
	}
	return by
}
