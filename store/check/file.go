package check

import (
	"errors"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/backup"
	"siip-asn/store/boltfile"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
	"siip-asn/store/table"
	"siip-asn/store/txn"
)

// File opens a database file for reading only and checks all of it, with its seal if it has one; knows is the version of the
// schema that this program writes. note is what the seal of a copy says of it: the anchor of its trail. The error is a
// *boltfile.DamagedError, a *schema.NewerError, a *boltfile.InUseError or that of the file system.
func File(path string, knows int) (note string, err error) {
	if err := boltfile.Examine(path); err != nil {
		return "", err
	}
	if err := backup.CheckSeal(path); err != nil {
		return "", err
	}
	opened, err := boltfile.OpenToRead(path)
	if err != nil {
		return "", err
	}
	defer table.Watched()() // a copy may hold an import that was not through
	db := &txn.DB{Db: opened}
	problems, err := anySchema(db, knows)
	if err == nil && len(problems) == 0 {
		note, err = sealNote(db)
	}
	if err := errors.Join(err, opened.Close()); err != nil {
		return "", err
	}
	if len(problems) > 0 {
		return "", &boltfile.DamagedError{Path: path, Problems: problems}
	}
	return note, nil
}

func sealNote(db *txn.DB) (note string, err error) {
	err = db.View(func(tx *bolt.Tx) error {
		last, err := reader.LastEntry(tx)
		if anchor := last.Anchor(); anchor.Nomor != 0 {
			note = "jejak " + anchor.String()
		}
		return err
	})
	return note, err
}

// anySchema is All for a file of which not even the schema is known.
func anySchema(db *txn.DB, knows int) ([]string, error) {
	version, missing := 0, []string(nil)
	err := db.View(func(tx *bolt.Tx) error {
		version, missing = schema.VersionOf(tx), missingBuckets(tx)
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case version == 0:
		return []string{"tidak ada skema di dalamnya"}, nil
	case version > knows:
		return nil, &schema.NewerError{Has: version, Knows: knows}
	case version < knows:
		return Pages(db.Db) // its records are read after the migration
	case len(missing) > 0:
		return missing, nil
	}
	return All(db)
}

func missingBuckets(tx *bolt.Tx) (missing []string) {
	for _, b := range schema.AllBuckets() {
		if b.In(tx).Missing() {
			missing = append(missing, "bagian "+b.Name+" tidak ada")
		}
	}
	return missing
}
