package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

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

// writeFile makes a file, which takes the place of an earlier one when it is whole. What is no file, such as a pipe, is
// written to as it is.
func writeFile(path string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(path, b.Bytes(), 0o600)
	}
	beside := path + ".baru"
	err := os.WriteFile(beside, b.Bytes(), 0o600)
	if err == nil {
		err = os.Rename(beside, path)
	}
	if err != nil {
		_ = os.Remove(beside) // it may not be there
		return fmt.Errorf("berkas tidak dapat ditulis: %w", err)
	}
	return nil
}
