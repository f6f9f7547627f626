package store

import (
	"errors"
	"fmt"
	"os"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// DamagedError says that a file is no sound database of this program.
type DamagedError struct {
	Path     string
	Problems []string
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("berkas %s rusak atau bukan basis data SIIP-ASN: %s", e.Path, e.Problems[0])
}

// Verify opens a database file for reading only and checks all of it, with its seal if it has one. The error is a
// *DamagedError, a *NewerError, an *InUseError or that of the file system.
func Verify(path string) (err error) {
	if err := verifyPages(path); err != nil {
		return err
	}
	if err := checkSeal(path); err != nil {
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
	info, err := f.Stat() // under the lock: who had it may have made the file grow
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return &DamagedError{path, []string{errNoDB.Error()}}
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
