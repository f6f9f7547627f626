package upkeep

import (
	"bytes"
	"errors"
	"os"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/boltfile"
	"siip-asn/store/core"
	"siip-asn/store/schema"
)

// prints are the records of what a database has printed, as they lie in it. A restore takes them along: whoever holds such a
// paper is told what it was, and that the data behind it are those of before.
type prints struct {
	version int // of the schema
	list    [][2][]byte
}

// printsOf reads them; none of a database that cannot be read.
func printsOf(path string) (p prints) {
	if _, err := os.Stat(path); err != nil || core.Verify(path) != nil {
		return p
	}
	db, err := boltfile.OpenToRead(path)
	if err != nil {
		return p
	}
	defer db.Close()
	_ = db.View(func(tx *bolt.Tx) error { // what cannot be read is none
		b := schema.Cetakans.In(tx)
		if b.Missing() {
			return nil
		}
		p.version = schema.VersionOf(tx)
		return b.ForEach(func(k, v []byte) error {
			p.list = append(p.list, [2][]byte{bytes.Clone(k), bytes.Clone(v)})
			return nil
		})
	})
	return p
}

// into adds to a restored database those that it does not know. One of another schema keeps its own only: theirs may look
// otherwise.
func (p prints) into(path string) error {
	if len(p.list) == 0 {
		return nil
	}
	db, err := boltfile.Open(path, false)
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) (err error) {
		b := schema.Cetakans.In(tx)
		if b.Missing() || schema.VersionOf(tx) != p.version {
			return nil
		}
		for _, kv := range p.list {
			if err == nil && b.Get(kv[0]) == nil {
				err = b.Put(kv[0], kv[1])
			}
		}
		return err
	})
	return errors.Join(err, db.Close())
}
