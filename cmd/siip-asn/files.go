package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// troubles are what mostly happens to files, in the words of the person at the keyboard.
var troubles = []struct {
	err   error
	words string
}{
	{fs.ErrNotExist, "berkas atau foldernya tidak ada"},
	{fs.ErrPermission, "pengguna ini tidak mempunyai izin"},
	{syscall.EISDIR, "itu folder, bukan berkas"},
	{syscall.ENOTDIR, "sebagian jalurnya bukan folder"},
	{syscall.ENOSPC, "ruang cakram habis"},
	{syscall.EROFS, "cakramnya hanya dapat dibaca"},
}

// inWords is the text of an error with what the system says of a file put into Indonesian; what is rare stays as it is.
func inWords(err error) string {
	var file *fs.PathError
	if !errors.As(err, &file) {
		return err.Error()
	}
	for _, t := range troubles {
		if errors.Is(file.Err, t.err) {
			return strings.ReplaceAll(err.Error(), file.Error(), file.Path+": "+t.words)
		}
	}
	return err.Error()
}

// writeNew makes a file that is not there yet: nobody's filled-in workbook is written over. It takes the name before it
// has anything made, so that no codes are made for a file that cannot be; one that cannot be made leaves nothing.
func writeNew(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("berkas %s sudah ada; pilih nama lain", path)
	}
	if err != nil {
		return fmt.Errorf("berkas tidak dapat ditulis: %w", err)
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// writeFile makes a file, or writes over an earlier one as soon as there is something to write.
func writeFile(path string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("berkas tidak dapat ditulis: %w", err)
	}
	_, err = f.Write(b.Bytes())
	return errors.Join(err, f.Close())
}
