package upkeep

import (
	"siip-asn/store/boltfile"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/schema"
)

// Origin tells the databases of two offices apart: the hash of the first entry of the trail, which all copies of one
// database share. It is empty for a database in which nothing has happened. The errors are those of opening the file.
func Origin(path string) (hash string, err error) {
	if err := boltfile.Examine(path); err != nil {
		return "", err
	}
	db, err := boltfile.OpenToRead(path)
	if err != nil {
		return "", err
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		if schema.Histories.In(tx).Missing() {
			return nil
		}
		e, _, err := schema.Histories.Get(tx, schema.Key(uint64(1)))
		hash = e.Hash
		return err
	})
	return hash, err
}
