package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"siip-asn/reports"
)

func (a *app) templateCommand() *cobra.Command {
	child := func(name string, write func(io.Writer) error) *cobra.Command {
		return &cobra.Command{
			Use: name + " BERKAS.xlsx", Short: "Berkas Excel kosong untuk data " + name, Args: oneFile,
			RunE: func(_ *cobra.Command, args []string) error {
				if err := writeNew(args[0], write); err != nil {
					return err
				}
				fmt.Fprintln(a.stdout, args[0])
				return nil
			},
		}
	}
	return group("template", "Berkas Excel kosong dengan petunjuk untuk diisi",
		child("pegawai", reports.WriteTemplatePegawai), child("panduan", reports.WriteTemplatePanduan))
}

// writeNew makes a file that is not there yet: nobody's filled-in workbook is written over.
func writeNew(path string, write func(io.Writer) error) error {
	return writeTo(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, write)
}

// writeFile makes a file, or writes over an earlier one.
func writeFile(path string, write func(io.Writer) error) error {
	return writeTo(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, write)
}

// writeTo opens the file only when there is something to write: a report that cannot be made leaves no empty file.
func writeTo(path string, flags int, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	f, err := os.OpenFile(path, flags, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("berkas %s sudah ada; pilih nama lain", path)
	}
	if err != nil {
		return fmt.Errorf("berkas tidak dapat ditulis: %w", err)
	}
	_, err = f.Write(b.Bytes())
	return errors.Join(err, f.Close())
}
