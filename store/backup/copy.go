package backup

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"siip-asn/store/boltfile"
)

// Sound tells whether a database file is one that this program can go on with; the error says why not. note is one line
// about it for the seal of the copy; it may be empty.
type Sound func(path string) (note string, err error)

// Write writes a database file under a temporary name, syncs it, reads it back and looks whether it is sound, renames it,
// and puts its seal beside it. What stood under the name before stays until the new copy is whole. Of two that write the same
// name at once, the later one stands there, with its seal. The folder must be there: one that is missing may be on a disk that
// is not mounted.
func Write(path string, sound Sound, write func(io.Writer) error) error {
	name, seal, err := draft(path, sound, write)
	if err != nil {
		return err
	}
	unlock, err := lockDir(filepath.Dir(path))
	if err != nil {
		return errors.Join(err, removeIfThere(name))
	}
	defer unlock()
	if err := errors.Join(breakSeal(path), putInPlace(name, path)); err != nil {
		return errors.Join(err, removeIfThere(name))
	}
	return writeSeal(path, seal)
}

// draft writes a database file beside path under a temporary name, mode 0600, and gives the name and the seal.
func draft(path string, sound Sound, write func(io.Writer) error) (name string, s seal, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), draftPattern(path))
	if err != nil {
		return "", seal{}, err
	}
	hash := sha256.New()
	err = errors.Join(write(io.MultiWriter(f, hash)), f.Sync(), f.Close())
	s.sum = hash.Sum(nil)
	if err == nil {
		s.note, err = readBack(f.Name(), s.sum, sound)
	}
	if err != nil {
		return "", seal{}, errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), s, nil
}

// draftPattern is under which names a file is written before it has its own.
func draftPattern(path string) string { return "." + filepath.Base(path) + ".*" }

// readBack looks whether a file is what was written, and a sound database.
func readBack(path string, sum []byte, sound Sound) (note string, err error) {
	is, err := fingerprint(path)
	if err != nil {
		return "", err
	}
	if !bytes.Equal(is, sum) {
		return "", &boltfile.DamagedError{Path: path, Problems: []string{"yang terbaca kembali bukan yang ditulis"}}
	}
	return sound(path)
}

// putInPlace gives a file its name, durably.
func putInPlace(name, path string) error {
	if err := os.Rename(name, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
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

// Remove removes a copy with its seal.
func Remove(path string) error {
	if err := errors.Join(os.Remove(path), breakSeal(path)); err != nil {
		return fmt.Errorf("remove copy: %w", err)
	}
	return nil
}
