// Package output writes the files that a command is asked for, without harm to any other: a path is held, by the identity
// of the file and not by its spelling, against everything the program lives on, and only a file of the same kind is ever
// replaced. What is no file, a pipe or a device, is written to as it is.
//
// It imports nothing of the project. A newcomer reads Guard, then Guard.New and Guard.Replace.
package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// New makes a file that is not there yet: nobody's filled-in workbook is written over. It takes the name before write is
// called, so that nothing is made for a file that cannot be. When it returns nil the file is durable; else there is none.
func (g Guard) New(path string, write func(io.Writer) error) error {
	if err := g.Check(path); err != nil {
		return err
	}
	if done, err := toDevice(path, write); done {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return &takenError{path}
	}
	if err != nil {
		return fmt.Errorf("berkas tidak dapat ditulis: %w", err)
	}
	if err := errors.Join(written(f, write), f.Sync(), f.Close(), syncDir(path)); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// takenError is a name that a file has already; it is fs.ErrExist.
type takenError struct{ path string }

func (e *takenError) Error() string { return "berkas " + e.path + " sudah ada; pilih nama lain" }
func (e *takenError) Unwrap() error { return fs.ErrExist }

// Replace makes a file, which takes the place of an earlier one of the same kind, or of an empty one, when it is whole and
// durable.
func (g Guard) Replace(path string, kind Kind, write func(io.Writer) error) error {
	if err := g.CheckKind(path, kind); err != nil {
		return err
	}
	if done, err := toDevice(path, write); done {
		return err
	}
	path = followed(path)
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("berkas tidak dapat ditulis: %w", err)
	}
	err = errors.Join(written(f, write), f.Sync(), f.Close())
	if err == nil {
		err = g.CheckKind(path, kind) // it may have come meanwhile
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("berkas tidak dapat ditulis: %w", err), os.Remove(f.Name()))
	}
	return syncDir(path)
}

// toDevice writes to what is no file. done tells whether it was none.
func toDevice(path string, write func(io.Writer) error) (done bool, err error) {
	if !IsDevice(path) {
		return false, nil
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0) // behind what the shell has sent there already
	if err != nil {
		return true, fmt.Errorf("berkas tidak dapat ditulis: %w", err)
	}
	return true, errors.Join(written(f, write), f.Close())
}

// written writes, and gives the trouble of the file itself where there was one: what the writer of a workbook makes of it is
// no sentence for a person.
func written(f io.Writer, write func(io.Writer) error) error {
	w := &troubled{Writer: f}
	err := write(w)
	if err != nil && w.err != nil {
		return fmt.Errorf("berkas tidak dapat ditulis: %w", w.err)
	}
	return err
}

// troubled remembers the first error of a writer.
type troubled struct {
	io.Writer
	err error
}

func (w *troubled) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if w.err == nil {
		w.err = err
	}
	return n, err
}

// IsDevice tells whether a path is a device or a pipe: something to write to, and not to replace.
func IsDevice(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	return info.Mode()&(fs.ModeDevice|fs.ModeCharDevice|fs.ModeNamedPipe) != 0 || info.Mode().IsRegular() && isOpened(path)
}

// isOpened tells the name of something that a process has open, as /dev/stdout: it is whatever the shell has opened, perhaps
// a file.
func isOpened(path string) bool {
	path = filepath.Clean(path)
	inProc, _ := filepath.Match("/proc/*/fd/*", path)
	return inProc || strings.HasPrefix(path, "/dev/")
}

// Kind is what a file holds, told by its content.
type Kind struct {
	name string // in Indonesian
	is   func(f *os.File, head []byte) bool
}

// The kinds of files that commands write.
var (
	Workbook = Kind{"berkas Excel", isWorkbook}
	PDF      = Kind{"berkas PDF", func(_ *os.File, head []byte) bool { return bytes.HasPrefix(head, []byte("%PDF-")) }}
	Database = Kind{"salinan basis data yang bersegel (.sha256)", isCopy}
)

// isCopy tells a copy from a database that is in use, perhaps of another office: it has its seal beside it.
func isCopy(f *os.File, head []byte) bool {
	_, err := os.Stat(f.Name() + ".sha256")
	return err == nil && isDatabase(f, head)
}

// isDatabase looks for the magic number of bbolt in the first meta page, in either order of bytes.
func isDatabase(_ *os.File, head []byte) bool {
	if len(head) < 20 {
		return false
	}
	magic := head[16:20]
	return bytes.Equal(magic, []byte{0xed, 0xda, 0x0c, 0xed}) || bytes.Equal(magic, []byte{0xed, 0x0c, 0xda, 0xed})
}

// holds tells whether the file at path is of this kind, or empty.
func (k Kind) holds(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head := make([]byte, 64)
	n, err := io.ReadFull(f, head)
	if errors.Is(err, io.EOF) {
		return true, nil
	}
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, err
	}
	return k.is(f, head[:n]), nil
}
