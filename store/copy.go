package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// Backup writes a consistent copy of the database to path while others go on reading and writing. The copy appears under
// its name only when it is whole, on disk, and has been read back; what stood there before stays until then.
func (s *Store) Backup(path string) error { return WriteCopy(path, s.Copy) }

// Copy writes a consistent copy of the database while others go on reading and writing.
func (s *Store) Copy(w io.Writer) error {
	return s.db.View(func(tx *bolt.Tx) error {
		_, err := tx.WriteTo(w)
		return err
	})
}

// WriteCopy writes a database file under a temporary name, syncs it, reads it back and looks whether it is sound, renames
// it, and puts its seal beside it.
func WriteCopy(path string, write func(io.Writer) error) error {
	name, sum, err := draft(path, write)
	if err != nil {
		return err
	}
	if err := errors.Join(breakSeal(path), putInPlace(name, path)); err != nil {
		return errors.Join(err, removeIfThere(name))
	}
	return writeSeal(path, sum)
}

// draft writes a database file beside path under a temporary name, mode 0600, and gives the name and the fingerprint.
func draft(path string, write func(io.Writer) error) (name string, sum []byte, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", nil, err
	}
	f, err := os.CreateTemp(filepath.Dir(path), draftPattern(path))
	if err != nil {
		return "", nil, err
	}
	hash := sha256.New()
	err = errors.Join(write(io.MultiWriter(f, hash)), f.Sync(), f.Close())
	if err == nil {
		err = readBack(f.Name(), hash.Sum(nil))
	}
	if err != nil {
		return "", nil, errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), hash.Sum(nil), nil
}

// draftPattern is under which names a file is written before it has its own.
func draftPattern(path string) string { return "." + filepath.Base(path) + ".*" }

// readBack looks whether a file is what was written, and a sound database.
func readBack(path string, sum []byte) error {
	is, err := fingerprint(path)
	if err != nil {
		return err
	}
	if !bytes.Equal(is, sum) {
		return &DamagedError{path, []string{"yang terbaca kembali bukan yang ditulis"}}
	}
	return Verify(path)
}

// putInPlace gives a file its name, durably.
func putInPlace(name, path string) error {
	if err := os.Rename(name, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// Leftovers lists what a process that was killed while it wrote copies like path has left; path may be a pattern.
func Leftovers(path string) ([]string, error) {
	return filepath.Glob(filepath.Join(filepath.Dir(path), draftPattern(path)))
}

// RemoveCopy removes a copy with its seal.
func RemoveCopy(path string) error {
	if err := errors.Join(os.Remove(path), breakSeal(path)); err != nil {
		return fmt.Errorf("remove copy: %w", err)
	}
	return nil
}
