package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
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

// WriteCopy writes a database file under a temporary name, syncs it, looks whether it is sound, and renames it.
func WriteCopy(path string, write func(io.Writer) error) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*") // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	err = errors.Join(write(f), f.Sync(), f.Close())
	if err == nil {
		err = Verify(f.Name())
	}
	if err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
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

// DamagedError says that a file is no sound database of this program.
type DamagedError struct {
	Path     string
	Problems []string
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("berkas %s rusak atau bukan basis data SIIP-ASN: %s", e.Path, e.Problems[0])
}

// Verify opens a database file for reading only and checks all of it. The error is a *DamagedError, a *NewerError, an
// *InUseError or that of the file system.
func Verify(path string) (err error) {
	if err := verifyPages(path); err != nil {
		return err
	}
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockWait})
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return &InUseError{Path: path}
	case err != nil:
		return &DamagedError{path, []string{err.Error()}}
	}
	s := &Store{db: db}
	problems, err := s.verify()
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	if len(problems) > 0 {
		return &DamagedError{path, problems}
	}
	return nil
}

// verifyPages looks through the file before bbolt is let at it. The error is a *DamagedError, an *InUseError or that of
// the file system.
func verifyPages(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := shareLock(f); err != nil {
		return err
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if err := checkFile(f, info.Size()); err != nil {
		return &DamagedError{path, []string{err.Error()}}
	}
	return nil
}

// verify is Check for a file of which not even the schema is known.
func (s *Store) verify() ([]string, error) {
	version, err := s.schemaVersion()
	switch {
	case err != nil:
		return nil, err
	case version == 0:
		return []string{"tidak ada skema di dalamnya"}, nil
	case version > len(migrations):
		return nil, &NewerError{Has: version, Knows: len(migrations)}
	case version < len(migrations):
		return s.checkPages() // its records are read after the migration
	}
	if missing, err := s.missingBuckets(); err != nil || len(missing) > 0 {
		return missing, err
	}
	return s.Check()
}

func (s *Store) missingBuckets() (missing []string, err error) {
	err = s.db.View(func(tx *bolt.Tx) error {
		for _, b := range allBuckets() {
			if tx.Bucket([]byte(b.name)) == nil {
				missing = append(missing, "bagian "+b.name+" tidak ada")
			}
		}
		return nil
	})
	return missing, err
}

// Restore puts a backup in the place of the database at path, after it has been checked. What it replaces is kept beside
// it, under the name that is returned; empty when there was nothing.
func Restore(backup, path string, now time.Time) (kept string, err error) {
	if err := Verify(backup); err != nil {
		return "", err
	}
	if _, err := os.Stat(path); err == nil {
		if kept, err = setAside(path, now); err != nil {
			return "", err
		}
	}
	from, err := os.Open(backup)
	if err != nil {
		return kept, err
	}
	defer from.Close()
	return kept, WriteCopy(path, func(w io.Writer) error {
		_, err := io.Copy(w, from)
		return err
	})
}

// setAside gives the database another name beside its own, after making sure that no process has it open.
func setAside(path string, now time.Time) (string, error) {
	kept := path + now.Format(".sebelum-restore-20060102-150405")
	var damaged *DamagedError
	if err := verifyPages(path); errors.As(err, &damaged) { // that is why a backup is restored
		return kept, os.Rename(path, kept)
	}
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockWait})
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return "", &InUseError{Path: path}
	case err != nil:
		return "", err
	}
	defer db.Close()
	return kept, os.Link(path, kept)
}
