package output

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// Kept is a file that the program lives on: its path and what it is, in Indonesian.
type Kept struct {
	What, Path string
	Beside     bool // so do the files whose names begin with its name and a dot: socket, seal, copies before a change
}

// Guard is everything that the program lives on. No output may be one of them, whatever it is called: by another way,
// through a symbolic link, as a hard link, in other case, or before the file is there.
type Guard []Kept

// Check refuses a path that stands for something the program lives on, and what can be no output: a folder or a socket.
func (g Guard) Check(path string) error {
	info, err := os.Stat(path)
	switch {
	case path == "-":
		return errors.New("nama berkas - tidak diterima; untuk keluaran standar gunakan /dev/stdout")
	case err == nil && info.IsDir():
		return fmt.Errorf("berkas tidak dapat ditulis: %w", &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR})
	case err == nil && info.Mode()&fs.ModeSocket != 0:
		return fmt.Errorf("%s adalah soket, bukan berkas; pilih nama lain", path)
	}
	real := followed(path)
	for _, k := range g {
		if k.Path != "" && (sameFile(info, k.Path) || k.named(real)) {
			return fmt.Errorf("%s adalah %s yang dipakai program ini; pilih nama lain", path, k.What)
		}
	}
	return nil
}

// CheckKind is Check, and refuses a file that is there and of another kind.
func (g Guard) CheckKind(path string, kind Kind) error {
	if err := g.Check(path); err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil // it is made, or written to
	}
	ours, err := kind.holds(path)
	if err != nil {
		return fmt.Errorf("berkas lama tidak dapat diperiksa: %w", err)
	}
	if !ours {
		return fmt.Errorf("%s sudah ada dan bukan %s, sehingga tidak diganti; pilih nama lain", path, kind.name)
	}
	return nil
}

func sameFile(info fs.FileInfo, path string) bool {
	if info == nil {
		return false
	}
	kept, err := os.Stat(path)
	return err == nil && os.SameFile(info, kept)
}

// named tells whether a path has the name of the file, in the same folder and in any case: on some disks that is the same
// file, and where it is not there yet nothing else can be compared.
func (k Kept) named(path string) bool {
	mine := followed(k.Path)
	a, err1 := os.Stat(filepath.Dir(mine))
	b, err2 := os.Stat(filepath.Dir(path))
	if err1 != nil || err2 != nil {
		return filepath.Clean(mine) == filepath.Clean(path)
	}
	if !os.SameFile(a, b) {
		return false
	}
	is, want := strings.ToLower(filepath.Base(path)), strings.ToLower(filepath.Base(mine))
	return is == want || k.Beside && (strings.HasPrefix(is, want+".") || strings.HasPrefix(is, "."+want+"."))
}

// followed is the path that a file has, or would get: symbolic links are followed also to where nothing is yet.
func followed(path string) string {
	for range 40 { // as many links as a system follows
		to, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// isWorkbook looks for what every Excel workbook has in its archive.
func isWorkbook(f *os.File, head []byte) bool {
	info, err := f.Stat()
	if err != nil || !bytes.HasPrefix(head, []byte("PK")) {
		return false
	}
	archive, err := zip.NewReader(f, info.Size())
	if err != nil {
		return false
	}
	for _, part := range archive.File {
		if strings.HasPrefix(part.Name, "xl/") {
			return true
		}
	}
	return false
}

// syncDir makes the name of a file durable. Windows has no such thing.
func syncDir(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // this file system needs none
	}
	return errors.Join(err, d.Close())
}
