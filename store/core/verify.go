package core

import (
	"errors"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/backup"
	"siip-asn/store/boltfile"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// DamagedError says that a file is no sound database of this program.
type DamagedError = boltfile.DamagedError

// InUseError says that another process has the database.
type InUseError = boltfile.InUseError

// Verify opens a database file for reading only and checks all of it, with its seal if it has one. The error is a
// *DamagedError, a *NewerError, an *InUseError or that of the file system.
func Verify(path string) error {
	_, err := Examine(path)
	return err
}

// Examine is Verify, and gives what the seal of a copy says of it: the anchor of its trail.
func Examine(path string) (note string, err error) {
	if err := boltfile.Examine(path); err != nil {
		return "", err
	}
	if err := backup.CheckSeal(path); err != nil {
		return "", err
	}
	db, err := boltfile.OpenToRead(path)
	if err != nil {
		return "", err
	}
	defer table.Watched()() // a copy may hold an import that was not through
	s := &Store{Db: db}
	problems, err := verifyAll(s)
	if err == nil && len(problems) == 0 {
		note, err = sealNote(s)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		return "", err
	}
	if len(problems) > 0 {
		return "", &DamagedError{Path: path, Problems: problems}
	}
	return note, nil
}

func sealNote(s *Store) (string, error) {
	anchor, err := s.Anchor()
	if err != nil || anchor.Nomor == 0 {
		return "", err
	}
	return "jejak " + anchor.String(), nil
}

// verifyAll is Check for a file of which not even the schema is known.
func verifyAll(s *Store) ([]string, error) {
	version, err := SchemaVersion(s)
	switch {
	case err != nil:
		return nil, err
	case version == 0:
		return []string{"tidak ada skema di dalamnya"}, nil
	case version > len(Migrations):
		return nil, &NewerError{Has: version, Knows: len(Migrations)}
	case version < len(Migrations):
		return checkPages(s) // its records are read after the migration
	}
	if missing, err := missingBuckets(s); err != nil || len(missing) > 0 {
		return missing, err
	}
	return s.Check()
}

func missingBuckets(s *Store) (missing []string, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		for _, b := range schema.AllBuckets() {
			if b.In(tx).Missing() {
				missing = append(missing, "bagian "+b.Name+" tidak ada")
			}
		}
		return nil
	})
	return missing, err
}
