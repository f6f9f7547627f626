package table

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Of is a bucket of records and the buckets of its indexes.
type Of[T any] struct {
	Bucket
	Key     func(T) []byte
	Indexes []Index[T]
}

// Index is a bucket that finds records by something else than their key.
type Index[T any] struct {
	Bucket
	Entries func(T) []Pair
	// Since is the version of the schema from which on the entries are as Entries gives them today; 0: since ever. What
	// an older database has of them is made anew.
	Since int
}

// By is the index with this name; entries gives what stands in it of a record.
func By[T any](name, about string, entries func(T) []Pair) Index[T] {
	return Index[T]{Bucket: Named(name, about), Entries: entries}
}

// Anew says from which version of the schema on the entries of an index are what they are today.
func (ix Index[T]) Anew(since int) Index[T] {
	ix.Since = since
	return ix
}

// Pair is one entry of an index.
type Pair struct{ Key, Value []byte }

// Get reads the record with this key. The error is that of a record that cannot be read.
func (t Of[T]) Get(tx *bolt.Tx, key []byte) (v T, found bool, err error) {
	b := t.In(tx).Get(key)
	if b == nil {
		return v, false, nil
	}
	if err := json.Unmarshal(b, &v); err != nil {
		return v, false, fmt.Errorf("%s %x: %w", t.Name, key, err)
	}
	return v, true, nil
}

// Put writes a record in the place of the one with its key, and its index entries in the place of that one's.
func (t Of[T]) Put(tx *bolt.Tx, v T) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s: %w", t.Name, err)
	}
	old, found, err := t.Get(tx, t.Key(v))
	if err != nil {
		return err
	}
	for _, ix := range t.Indexes {
		var gone []Pair
		if found {
			gone = ix.Entries(old)
		}
		if err := ix.replace(tx, gone, ix.Entries(v)); err != nil {
			return fmt.Errorf("%s: %w", ix.Name, err)
		}
	}
	return t.In(tx).Put(t.Key(v), b)
}

func (ix Index[T]) replace(tx *bolt.Tx, gone, come []Pair) error {
	bucket := ix.In(tx)
	for _, p := range gone {
		if !slices.ContainsFunc(come, func(q Pair) bool { return bytes.Equal(p.Key, q.Key) }) {
			if err := bucket.Delete(p.Key); err != nil {
				return err
			}
		}
	}
	for _, p := range come {
		if err := bucket.Put(p.Key, p.Value); err != nil {
			return err
		}
	}
	return nil
}

// Delete removes the record with this key, if it is there, and its index entries.
func (t Of[T]) Delete(tx *bolt.Tx, key []byte) error {
	old, found, err := t.Get(tx, key)
	if err != nil || !found {
		return err
	}
	for _, ix := range t.Indexes {
		if err := ix.replace(tx, ix.Entries(old), nil); err != nil {
			return fmt.Errorf("%s: %w", ix.Name, err)
		}
	}
	return t.In(tx).Delete(key)
}

// Each visits all records in the order of their keys.
func (t Of[T]) Each(tx *bolt.Tx, visit func(T) error) error {
	return t.In(tx).ForEach(func(k, b []byte) error {
		var v T
		if err := json.Unmarshal(b, &v); err != nil {
			return fmt.Errorf("%s %x: %w", t.Name, k, err)
		}
		return visit(v)
	})
}

// Part reads up to n records whose keys come after one, in order, and tells whether there are more.
func (t Of[T]) Part(tx *bolt.Tx, after []byte, n int) (list []T, more bool, err error) {
	c := t.In(tx).Cursor()
	for k, b := c.Seek(append(bytes.Clone(after), 0)); k != nil; k, b = c.Next() {
		if len(list) == n {
			return list, true, nil
		}
		var v T
		if err := json.Unmarshal(b, &v); err != nil {
			return nil, false, fmt.Errorf("%s %x: %w", t.Name, k, err)
		}
		list = append(list, v)
	}
	return list, false, nil
}

// Buckets lists the bucket of the records and those of the indexes.
func (t Of[T]) Buckets() []Bucket {
	list := []Bucket{t.Bucket}
	for _, ix := range t.Indexes {
		list = append(list, ix.Bucket)
	}
	return list
}

// Remake makes the indexes anew whose entries are others, or that were not there, in a database of this version.
func (t Of[T]) Remake(tx *bolt.Tx, version int) error {
	for _, ix := range t.Indexes {
		if ix.Since <= version {
			continue
		}
		if err := t.remake(tx, ix); err != nil {
			return fmt.Errorf("%s: %w", ix.Name, err)
		}
	}
	return nil
}

func (t Of[T]) remake(tx *bolt.Tx, ix Index[T]) error {
	if err := tx.DeleteBucket([]byte(ix.Name)); err != nil && !errors.Is(err, berrors.ErrBucketNotFound) {
		return err
	}
	if _, err := tx.CreateBucket([]byte(ix.Name)); err != nil {
		return err
	}
	return t.Each(tx, func(v T) error { return ix.replace(tx, nil, ix.Entries(v)) })
}
