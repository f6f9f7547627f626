package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Restore puts a backup in the place of the database at path, after it has been checked, and makes the folder when there
// is none. What it replaces is kept beside it, under the name that is returned; empty when there was nothing. Nothing is
// touched when the backup is damaged or newer than the program, or while another process has the database.
func Restore(backup, path string, now time.Time) (kept string, err error) {
	if SameFile(backup, path) {
		return "", fmt.Errorf("%s adalah basis data itu sendiri; sebutkan berkas salinannya", backup)
	}
	if err := Verify(backup); err != nil {
		return "", err
	}
	name, _, err := draft(path, reading(backup))
	if err != nil {
		return "", err
	}
	if err := markRestored(name, now); err != nil {
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
	if err := soleLock(f); err != nil {
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

var restoredKey = []byte("restored")

// markRestored notes in a database that it comes from a copy: Open renews it then.
func markRestored(path string, now time.Time) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockWait})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error { return tx.Bucket([]byte("meta")).Put(restoredKey, key(now)) })
	return errors.Join(err, db.Close())
}
