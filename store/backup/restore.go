package backup

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"siip-asn/store/boltfile"
)

// Restore puts a backup in the place of the database at path, after it has been checked, and makes the folder when there
// is none. What it replaces is kept beside it, under the name that is returned; empty when there was nothing. Nothing is
// touched when the backup is not sound, or while another process has the database (*boltfile.InUseError). mark is called on
// the new file before it takes its place.
func Restore(backup, path string, now time.Time, sound Sound, mark func(path string) error) (kept string, err error) {
	if SameFile(backup, path) {
		return "", fmt.Errorf("%s adalah basis data itu sendiri; sebutkan berkas salinannya", backup)
	}
	if _, err := sound(backup); err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	name, _, err := draft(path, sound, reading(backup))
	if err != nil {
		return "", err
	}
	if err := mark(name); err != nil {
		return "", errors.Join(err, os.Remove(name))
	}
	kept, err = replace(path, name, now)
	if err != nil {
		return "", errors.Join(err, removeIfThere(name))
	}
	return kept, nil
}

// SameFile tells whether two names stand for one file that is there.
func SameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

func reading(path string) func(io.Writer) error {
	return func(w io.Writer) error {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = io.Copy(w, f)
		return err
	}
}

// replace gives a file the name of the database. It has the database to itself meanwhile: a process that opens it in this
// moment waits, and then finds that the file is another one.
func replace(path, name string, now time.Time) (kept string, err error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return "", putInPlace(name, path)
	}
	if err != nil {
		return "", err
	}
	defer f.Close()
	if err := boltfile.SoleLock(f); err != nil {
		return "", err
	}
	kept = path + now.Format(".sebelum-restore-20060102-150405")
	if err := keepAs(path, kept); err != nil {
		return "", fmt.Errorf("basis data lama tidak dapat disimpan: %w", err)
	}
	return kept, putInPlace(name, path)
}

// keepAs gives a file a second name, or another one where files have only one.
func keepAs(path, kept string) error {
	err := os.Link(path, kept)
	if err == nil || errors.Is(err, os.ErrExist) {
		return err
	}
	return os.Rename(path, kept)
}
