package upkeep

import (
	"errors"
	"os"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/aktivasi"
	"siip-asn/flow/imports"
	"siip-asn/store/backup"
	"siip-asn/store/boltfile"
	"siip-asn/store/core"
	"siip-asn/store/schema"
)

// Restored is what a restore has done with what was there before.
type Restored struct {
	Kept  string // where the database is that was replaced; empty: there was none
	Codes int    // activation codes in the copy that count no longer: they may have been used since
}

// Restore puts a backup in the place of the database at path as backup.Restore does, and notes in it that it comes from a
// copy, and by whom: Open renews it then, and writes it into the trail. The backup may be of an earlier schema, not of a later one (*NewerError).
func Restore(from, path string, by imports.Actor, now time.Time) (r Restored, err error) {
	count, prints := codesOf(path), printsOf(path)
	for _, code := range codesOf(from) {
		if _, counts := slices.BinarySearch(count, code); !counts {
			r.Codes++
		}
	}
	r.Kept, err = backup.Restore(from, path, now, core.Examine, func(path string) error {
		return errors.Join(markRestored(path, by, now, count), prints.into(path))
	})
	return r, err
}

// codesOf lists the codes of a database that were not used; none when it cannot be read.
func codesOf(path string) (hashes []string) {
	if _, err := os.Stat(path); err != nil || core.Verify(path) != nil {
		return nil
	}
	db, err := boltfile.OpenToRead(path)
	if err != nil {
		return nil
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		return schema.Aktivasis.Each(tx, func(a aktivasi.Aktivasi) error {
			hashes = append(hashes, a.Hash)
			return nil
		})
	})
	if err != nil {
		return nil
	}
	slices.Sort(hashes)
	return hashes
}

// markRestored notes in a database that it comes from a copy.
func markRestored(path string, by imports.Actor, now time.Time, codes []string) error {
	db, err := boltfile.Open(path, false)
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		meta := schema.Metas.In(tx)
		return errors.Join(meta.Put(core.RestoredKey, schema.Key(now)), meta.Put(core.ByKey, []byte(by.Nama)), meta.Put(core.CodesKey, []byte(strings.Join(codes, "\n"))))
	})
	return errors.Join(err, db.Close())
}
