package table

import (
	"bytes"
	"sync"
	"sync/atomic"

	bolt "go.etcd.io/bbolt"
)

// The layer is an overlay, as the memtable of a log-structured store: a long work writes its puts, and its deletes as tombstones,
// into a bucket of their own for each bucket that it changes. It goes through three states:
//
//   - staged: only transactions that ask for it (Staging) read through the layer;
//   - shown: one small transaction sets a mark, and from then on everybody reads the layer above the buckets, as if all of it
//     had been written at that instant;
//   - moved down: entries go from the layer into the buckets, part by part, while others go on. What they write meanwhile goes
//     into the buckets, and its key out of the layer.
//
// There is one layer at most in a database.
//
// layer → what is kept of it: name of a bucket → key → 0: it is deleted; 1, value: it is put.

// layerName is the bucket of the layer; shownKey in it says that everybody reads it.
var (
	layerName = []byte("layer")
	shownKey  = []byte("shown")
)

const (
	layerDeleted = 0
	layerPut     = 1
)

var (
	layers  atomic.Int64 // databases of this process that may have a layer; at 0, as almost always, no read looks for one
	staging sync.Map     // transactions that write into it
)

// Staging lets work read and write through the layer of the database, which nobody else sees.
func Staging(tx *bolt.Tx, work func() error) error {
	if _, err := tx.CreateBucketIfNotExists(layerName); err != nil {
		return err
	}
	staging.Store(tx, true)
	defer staging.Delete(tx)
	return work()
}

// Watched tells this process that a database may have a layer, until unwatch is called.
func Watched() (unwatch func()) {
	layers.Add(1)
	var once sync.Once
	return func() { once.Do(func() { layers.Add(-1) }) }
}

// LayerOf tells whether the database has a layer, and whether it is shown.
func LayerOf(tx *bolt.Tx) (any, shown bool) {
	root := tx.Bucket(layerName)
	return root != nil, root != nil && root.Get(shownKey) != nil
}

// ShowLayer lets everybody read the layer from the end of the transaction on.
func ShowLayer(tx *bolt.Tx) error { return tx.Bucket(layerName).Put(shownKey, []byte{1}) }

// DropLayer forgets what is left of the layer, moved down or not.
func DropLayer(tx *bolt.Tx) error { return tx.DeleteBucket(layerName) }

// MoveDown moves up to n entries of the layer into the buckets, and tells whether there are more.
func MoveDown(tx *bolt.Tx, n int) (more bool, err error) {
	root := tx.Bucket(layerName)
	var names []string
	err = root.ForEachBucket(func(name []byte) error {
		if !bytes.Equal(name, journalName) {
			names = append(names, string(name))
		}
		return nil
	})
	for _, name := range names {
		if err != nil || n <= 0 {
			return true, err
		}
		n, err = moveDown(root, tx.Bucket([]byte(name)), name, n)
	}
	return n <= 0, err
}

// moveDown does it for one bucket, and gives how many more may be moved. One that is empty goes.
func moveDown(root, base *bolt.Bucket, name string, n int) (left int, err error) {
	over := root.Bucket([]byte(name))
	var keys [][]byte
	c := over.Cursor()
	for k, v := c.First(); k != nil && len(keys) < n; k, v = c.Next() {
		if err := settle(base, k, v); err != nil {
			return 0, err
		}
		keys = append(keys, append([]byte(nil), k...))
	}
	if len(keys) < n {
		return n - len(keys), root.DeleteBucket([]byte(name))
	}
	for _, k := range keys {
		if err := over.Delete(k); err != nil {
			return 0, err
		}
	}
	return 0, nil
}

func settle(base *bolt.Bucket, k, v []byte) error {
	if v[0] == layerDeleted {
		return base.Delete(k)
	}
	return base.Put(append([]byte(nil), k...), append([]byte(nil), v[1:]...))
}

// Undo takes back what the shown layer holds of a record and of its index entries: what stands below it counts again.
func (t Of[T]) Undo(tx *bolt.Tx, key []byte) error {
	e := t.In(tx)
	if e.over == nil {
		return nil
	}
	for _, b := range [][]byte{e.Bucket.Get(key), putIn(e.over.Get(key))} {
		if b == nil {
			continue
		}
		v, err := t.decode(key, b)
		if err != nil {
			return err
		}
		if err := t.undoIndexes(tx, v); err != nil {
			return err
		}
	}
	return e.over.Delete(key)
}

func (t Of[T]) undoIndexes(tx *bolt.Tx, v T) error {
	for _, ix := range t.Indexes {
		over := ix.In(tx).over
		if over == nil {
			continue
		}
		for _, p := range ix.Entries(v) {
			if err := over.Delete(p.Key); err != nil {
				return err
			}
		}
	}
	return nil
}

// putIn is what an entry of the layer puts; nil for one that deletes, or for none.
func putIn(v []byte) []byte {
	if len(v) == 0 || v[0] != layerPut {
		return nil
	}
	return v[1:]
}

// journalName is the part of the layer that belongs to no bucket: notes of whoever makes the layer, which MoveDown leaves.
var journalName = []byte("\x00journal")

// Journal is what whoever makes the layer keeps with it; it goes when the layer is dropped. nil: there is none.
func Journal(tx *bolt.Tx) *bolt.Bucket {
	if root := tx.Bucket(layerName); root != nil {
		return root.Bucket(journalName)
	}
	return nil
}

// ShownJournal is the journal of a layer that is shown; nil: there is none, or nobody sees the layer yet.
func ShownJournal(tx *bolt.Tx) *bolt.Bucket {
	if layers.Load() == 0 {
		return nil
	}
	if _, shown := LayerOf(tx); !shown {
		return nil
	}
	return Journal(tx)
}

// MakeJournal makes it, in the layer of the transaction.
func MakeJournal(tx *bolt.Tx) (*bolt.Bucket, error) {
	return tx.Bucket(layerName).CreateBucketIfNotExists(journalName)
}
