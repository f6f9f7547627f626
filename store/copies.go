package store

import (
	"errors"
	"io"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/backup"
	"siip-asn/store/boltfile"
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

// WriteCopy puts what write writes at path as backup.Write does, if it is a sound database.
func WriteCopy(path string, write func(io.Writer) error) error {
	return backup.Write(path, Verify, write)
}

// Restore puts a backup in the place of the database at path as backup.Restore does, and notes in it that it comes from a
// copy. The backup may be of an earlier schema, not of a later one (*NewerError).
func Restore(from, path string, now time.Time) (kept string, err error) {
	return backup.Restore(from, path, now, Verify, func(path string) error { return markRestored(path, now) })
}

var restoredKey = []byte("restored")

// markRestored notes in a database that it comes from a copy: Open renews it then.
func markRestored(path string, now time.Time) error {
	db, err := boltfile.Open(path, false)
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error { return metas.In(tx).Put(restoredKey, key(now)) })
	return errors.Join(err, db.Close())
}
