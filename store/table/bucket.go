package table

import (
	"bytes"

	bolt "go.etcd.io/bbolt"
)

// Bucket is a bucket of the database: its name, and what its keys and values are.
type Bucket struct {
	Name  string
	About string // key → value, for the picture of the schema
}

// Named is the bucket with this name.
func Named(name, about string) Bucket { return Bucket{name, about} }

// Scan visits the entries whose keys begin with prefix, in order, until visit says false. The slices are good only inside
// visit.
func (b Bucket) Scan(tx *bolt.Tx, prefix []byte, visit func(k, v []byte) bool) {
	c := b.In(tx).Cursor()
	for k, v := c.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
		if !visit(k, v) {
			return
		}
	}
}

// Numbers lists the numbers at the ends of the keys that begin with prefix.
func (b Bucket) Numbers(tx *bolt.Tx, prefix []byte) []uint64 {
	var list []uint64
	b.Scan(tx, prefix, func(k, _ []byte) bool {
		list = append(list, Number(k))
		return true
	})
	return list
}

// Drop deletes entries by their keys. It is for buckets that have no indexes.
func (b Bucket) Drop(tx *bolt.Tx, keys [][]byte) error {
	for _, k := range keys {
		if err := b.In(tx).Delete(k); err != nil {
			return err
		}
	}
	return nil
}

// Clear deletes everything in it.
func (b Bucket) Clear(tx *bolt.Tx) error {
	if err := tx.DeleteBucket([]byte(b.Name)); err != nil {
		return err
	}
	_, err := tx.CreateBucket([]byte(b.Name))
	return err
}

// Size is how many entries there are.
func (b Bucket) Size(tx *bolt.Tx) int { return b.In(tx).Len() }
