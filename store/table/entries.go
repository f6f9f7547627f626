package table

import (
	"bytes"

	bolt "go.etcd.io/bbolt"
)

// Entries are what is in a bucket, read through the layer above it where there is one.
type Entries struct {
	*bolt.Bucket              // nil where the database has none of that name
	over         *bolt.Bucket // the layer of the bucket; nil: nothing of it is in the layer
	root         *bolt.Bucket // where the layer is made; nil: what is written goes into the bucket
	name         string
}

// In is what is in the bucket.
func (b Bucket) In(tx *bolt.Tx) Entries {
	e := Entries{Bucket: tx.Bucket([]byte(b.Name)), name: b.Name}
	if layers.Load() == 0 {
		return e
	}
	root := tx.Bucket(layerName)
	if root == nil {
		return e
	}
	if _, staged := staging.Load(tx); staged {
		e.root = root
	} else if root.Get(shownKey) == nil {
		return e
	}
	e.over = root.Bucket([]byte(b.Name))
	return e
}

// Missing tells that the database has no such bucket.
func (e Entries) Missing() bool { return e.Bucket == nil }

// Get is the value of a key; nil when there is none. It is good until the end of the transaction.
func (e Entries) Get(k []byte) []byte {
	if e.over != nil {
		if v := e.over.Get(k); v != nil {
			return putIn(v)
		}
	}
	return e.Bucket.Get(k)
}

// Put writes a value.
func (e Entries) Put(k, v []byte) error {
	if e.root != nil {
		over, err := e.root.CreateBucketIfNotExists([]byte(e.name))
		if err != nil {
			return err
		}
		return over.Put(k, append([]byte{layerPut}, v...))
	}
	if err := e.Bucket.Put(k, v); err != nil {
		return err
	}
	return e.uncover(k)
}

// Delete removes a key, if it is there.
func (e Entries) Delete(k []byte) error {
	if e.root != nil {
		over, err := e.root.CreateBucketIfNotExists([]byte(e.name))
		if err != nil {
			return err
		}
		return over.Put(k, []byte{layerDeleted})
	}
	if err := e.Bucket.Delete(k); err != nil {
		return err
	}
	return e.uncover(k)
}

// uncover takes a key out of a shown layer, so that what is written below it now is what everybody reads.
func (e Entries) uncover(k []byte) error {
	if e.over == nil || e.over.Get(k) == nil {
		return nil
	}
	return e.over.Delete(k)
}

// ForEach visits all, in order.
func (e Entries) ForEach(visit func(k, v []byte) error) error {
	if e.over == nil {
		return e.Bucket.ForEach(visit)
	}
	c := e.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if err := visit(k, v); err != nil {
			return err
		}
	}
	return nil
}

// Len counts them.
func (e Entries) Len() (n int) {
	if e.over == nil {
		return e.Bucket.Stats().KeyN
	}
	_ = e.ForEach(func(_, _ []byte) error { n++; return nil })
	return n
}

// Cursor goes through what is in a bucket, in either direction. Where there is a layer, each move looks for its place anew in
// both: a layer is there for seconds only.
type Cursor struct {
	base, over *bolt.Cursor // over is nil where there is no layer
	at         []byte       // the key it stands on
}

// Cursor stands before the first entry.
func (e Entries) Cursor() *Cursor {
	c := &Cursor{base: e.Bucket.Cursor()}
	if e.over != nil {
		c.over = e.over.Cursor()
	}
	return c
}

// pairOf is where a cursor of bbolt stands.
type pairOf struct{ k, v []byte }

func place(k, v []byte) pairOf { return pairOf{k, v} }

// Seek goes to a key, or to the next one behind it. nil: there is none.
func (c *Cursor) Seek(key []byte) (k, v []byte) {
	if c.over == nil {
		return c.base.Seek(key)
	}
	return c.forward(place(c.base.Seek(key)), place(c.over.Seek(key)))
}

// First goes to the first key.
func (c *Cursor) First() (k, v []byte) {
	if c.over == nil {
		return c.base.First()
	}
	return c.forward(place(c.base.First()), place(c.over.First()))
}

// Last goes to the last key.
func (c *Cursor) Last() (k, v []byte) {
	if c.over == nil {
		return c.base.Last()
	}
	return c.backward(place(c.base.Last()), place(c.over.Last()))
}

// Next goes to the next key.
func (c *Cursor) Next() (k, v []byte) {
	if c.over == nil {
		return c.base.Next()
	}
	if c.at == nil {
		return nil, nil
	}
	return c.forward(c.behind(c.base), c.behind(c.over))
}

// Prev goes to the key before.
func (c *Cursor) Prev() (k, v []byte) {
	if c.over == nil {
		return c.base.Prev()
	}
	if c.at == nil {
		return nil, nil
	}
	return c.backward(c.before(c.base), c.before(c.over))
}

func (c *Cursor) behind(in *bolt.Cursor) pairOf {
	p := place(in.Seek(c.at))
	if p.k != nil && bytes.Equal(p.k, c.at) {
		p = place(in.Next())
	}
	return p
}

func (c *Cursor) before(in *bolt.Cursor) pairOf {
	if k, _ := in.Seek(c.at); k == nil {
		return place(in.Last())
	}
	return place(in.Prev())
}

// forward stops at the smaller of two keys; of the same key the layer says what it is, or that it is not.
func (c *Cursor) forward(base, over pairOf) (k, v []byte) {
	for {
		if over.k == nil || base.k != nil && bytes.Compare(base.k, over.k) < 0 {
			return c.stop(base)
		}
		if bytes.Equal(base.k, over.k) {
			base = place(c.base.Next())
		}
		if over.v[0] == layerPut {
			return c.stop(pairOf{over.k, over.v[1:]})
		}
		over = place(c.over.Next())
	}
}

func (c *Cursor) backward(base, over pairOf) (k, v []byte) {
	for {
		if over.k == nil || base.k != nil && bytes.Compare(base.k, over.k) > 0 {
			return c.stop(base)
		}
		if bytes.Equal(base.k, over.k) {
			base = place(c.base.Prev())
		}
		if over.v[0] == layerPut {
			return c.stop(pairOf{over.k, over.v[1:]})
		}
		over = place(c.over.Prev())
	}
}

func (c *Cursor) stop(p pairOf) (k, v []byte) {
	c.at = p.k
	return p.k, p.v
}
