package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// table is a bucket of records and the buckets of its indexes. A record and its index entries are only ever written
// here, together, so that they cannot come apart.
type table[T any] struct {
	name    string
	about   string // key → value, for the picture of the schema
	key     func(T) []byte
	indexes []index[T]
}

// index is a bucket that finds records by something else than their key.
type index[T any] struct {
	name    string
	about   string
	entries func(T) []pair
}

// pair is one entry of an index.
type pair struct{ key, value []byte }

func (t table[T]) get(tx *bolt.Tx, key []byte) (v T, found bool, err error) {
	b := tx.Bucket([]byte(t.name)).Get(key)
	if b == nil {
		return v, false, nil
	}
	if err := json.Unmarshal(b, &v); err != nil {
		return v, false, fmt.Errorf("%s %x: %w", t.name, key, err)
	}
	return v, true, nil
}

// put writes a record in the place of the one with its key, and its index entries in the place of that one's.
func (t table[T]) put(tx *bolt.Tx, v T) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s: %w", t.name, err)
	}
	old, found, err := t.get(tx, t.key(v))
	if err != nil {
		return err
	}
	for _, ix := range t.indexes {
		var gone []pair
		if found {
			gone = ix.entries(old)
		}
		if err := ix.replace(tx, gone, ix.entries(v)); err != nil {
			return fmt.Errorf("%s: %w", ix.name, err)
		}
	}
	return tx.Bucket([]byte(t.name)).Put(t.key(v), b)
}

func (ix index[T]) replace(tx *bolt.Tx, gone, come []pair) error {
	bucket := tx.Bucket([]byte(ix.name))
	for _, p := range gone {
		if !slices.ContainsFunc(come, func(q pair) bool { return bytes.Equal(p.key, q.key) }) {
			if err := bucket.Delete(p.key); err != nil {
				return err
			}
		}
	}
	for _, p := range come {
		if err := bucket.Put(p.key, p.value); err != nil {
			return err
		}
	}
	return nil
}

func (t table[T]) delete(tx *bolt.Tx, key []byte) error {
	old, found, err := t.get(tx, key)
	if err != nil || !found {
		return err
	}
	for _, ix := range t.indexes {
		if err := ix.replace(tx, ix.entries(old), nil); err != nil {
			return fmt.Errorf("%s: %w", ix.name, err)
		}
	}
	return tx.Bucket([]byte(t.name)).Delete(key)
}

// each visits all records in the order of their keys.
func (t table[T]) each(tx *bolt.Tx, visit func(T) error) error {
	return tx.Bucket([]byte(t.name)).ForEach(func(k, b []byte) error {
		var v T
		if err := json.Unmarshal(b, &v); err != nil {
			return fmt.Errorf("%s %x: %w", t.name, k, err)
		}
		return visit(v)
	})
}

// part reads up to n records whose keys come after one, in order, and tells whether there are more.
func (t table[T]) part(tx *bolt.Tx, after []byte, n int) (list []T, more bool, err error) {
	c := tx.Bucket([]byte(t.name)).Cursor()
	for k, b := c.Seek(append(bytes.Clone(after), 0)); k != nil; k, b = c.Next() {
		if len(list) == n {
			return list, true, nil
		}
		var v T
		if err := json.Unmarshal(b, &v); err != nil {
			return nil, false, fmt.Errorf("%s %x: %w", t.name, k, err)
		}
		list = append(list, v)
	}
	return list, false, nil
}

// scan visits the entries of a bucket whose keys begin with prefix, in order, until visit says false. The slices are
// good only inside visit.
func scan(tx *bolt.Tx, bucket string, prefix []byte, visit func(k, v []byte) bool) {
	c := tx.Bucket([]byte(bucket)).Cursor()
	for k, v := c.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
		if !visit(k, v) {
			return
		}
	}
}

// scanIDs lists the numbers at the ends of the keys that begin with prefix.
func scanIDs(tx *bolt.Tx, bucket string, prefix []byte) []uint64 {
	var ids []uint64
	scan(tx, bucket, prefix, func(k, _ []byte) bool {
		ids = append(ids, number(k))
		return true
	})
	return ids
}

// buckets lists the names of the table and of its indexes, and what is in them.
func (t table[T]) buckets() []bucketInfo {
	list := []bucketInfo{{t.name, t.about}}
	for _, ix := range t.indexes {
		list = append(list, bucketInfo{ix.name, ix.about})
	}
	return list
}

type bucketInfo struct{ name, about string }
