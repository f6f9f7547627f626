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
	// Kind lets several tables share a bucket, so that what is written together stands on one page: it is the byte behind
	// the first KindAt bytes of each key. 0: the bucket belongs to this table alone.
	Kind byte
	// Encode and Decode write and read a record; nil: as JSON.
	Encode func(T) ([]byte, error)
	Decode func(key, value []byte) (T, error)
	Cache  *Cache[T] // of what was decoded; nil: every Get decodes
}

// KindAt is where the kind stands in the keys of tables that share a bucket: behind a number of eight bytes.
const KindAt = 8

// mine tells whether a key of the bucket is one of this table.
func (t Of[T]) mine(key []byte) bool {
	return t.Kind == 0 || len(key) > KindAt && key[KindAt] == t.Kind
}

func (t Of[T]) encode(v T) (b []byte, err error) {
	if t.Encode != nil {
		b, err = t.Encode(v)
	} else {
		b, err = json.Marshal(v)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.Name, err)
	}
	return b, nil
}

func (t Of[T]) decode(key, b []byte) (v T, err error) {
	if t.Decode != nil {
		v, err = t.Decode(key, b)
	} else {
		err = json.Unmarshal(b, &v)
	}
	if err != nil {
		err = fmt.Errorf("%s %x: %w", t.Name, key, err)
	}
	return v, err
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
	if v, known := t.Cache.get(key, b); known {
		return v, true, nil
	}
	if v, err = t.decode(key, b); err != nil {
		return v, false, err
	}
	t.Cache.keep(key, b, v)
	return v, true, nil
}

// Keep remembers what a record is that is about to be written as these bytes.
func (t Of[T]) Keep(key, b []byte, v T) { t.Cache.keep(key, b, v) }

// Put writes a record in the place of the one with its key, and its index entries in the place of that one's. One that is
// there already, the same to the byte, makes no page dirty.
func (t Of[T]) Put(tx *bolt.Tx, v T) error {
	b, err := t.encode(v)
	if err != nil {
		return err
	}
	key := t.Key(v)
	was := t.In(tx).Get(key)
	if was != nil && bytes.Equal(was, b) {
		return nil
	}
	if err := t.reindex(tx, key, was, v); err != nil {
		return err
	}
	return t.In(tx).Put(key, b)
}

// reindex replaces the index entries of what was by those of v.
func (t Of[T]) reindex(tx *bolt.Tx, key, was []byte, v T) (err error) {
	if len(t.Indexes) == 0 {
		return nil
	}
	var old T
	found := was != nil
	if found {
		if old, err = t.decode(key, was); err != nil {
			return err
		}
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
	return nil
}

// replace takes away the entries of a record that are its own: another record may have taken one over in the same
// transaction, as when two of them exchange what is unique.
func (ix Index[T]) replace(tx *bolt.Tx, gone, come []Pair) error {
	bucket := ix.In(tx)
	for _, p := range gone {
		if !slices.ContainsFunc(come, func(q Pair) bool { return bytes.Equal(p.Key, q.Key) }) && bytes.Equal(bucket.Get(p.Key), p.Value) {
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
	if len(t.Indexes) == 0 {
		return t.In(tx).Delete(key)
	}
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
		if !t.mine(k) {
			return nil
		}
		v, err := t.remembered(k, b)
		if err != nil {
			return err
		}
		return visit(v)
	})
}

// remembered is what the record is, decoded before or now. What a look at all of them decodes is remembered while there is
// room: it makes nobody forget what single look-ups have read.
func (t Of[T]) remembered(key, b []byte) (v T, err error) {
	if v, known := t.Cache.get(key, b); known {
		return v, nil
	}
	if v, err = t.decode(key, b); err == nil {
		t.Cache.add(key, b, v)
	}
	return v, err
}

// Part reads up to n records whose keys come after one, in order, and tells whether there are more.
func (t Of[T]) Part(tx *bolt.Tx, after []byte, n int) (list []T, more bool, err error) {
	c := t.In(tx).Cursor()
	for k, b := c.Seek(append(bytes.Clone(after), 0)); k != nil; k, b = c.Next() {
		if !t.mine(k) {
			continue
		}
		if len(list) == n {
			return list, true, nil
		}
		v, err := t.decode(k, b)
		if err != nil {
			return nil, false, err
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
