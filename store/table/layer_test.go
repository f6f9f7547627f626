package table

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// model is a bucket with a layer as maps: what it must be like.
type model struct {
	base, layer map[string]string // in layer: "" is deleted
	any, shown  bool
}

func (m *model) seen(staging bool) map[string]string {
	all := maps.Clone(m.base)
	if !m.shown && !staging {
		return all
	}
	for k, v := range m.layer {
		if all[k] = v; v == "" {
			delete(all, k)
		}
	}
	return all
}

func (m *model) write(k, v string, staging bool) {
	if staging {
		m.layer[k] = v
		return
	}
	if m.base[k] = v; v == "" {
		delete(m.base, k)
	}
	if m.shown {
		delete(m.layer, k)
	}
}

var box = Named("box", "")

// TestALayerIsLikeItsModel does anything with a bucket and its layer, and looks at it in both directions after each thing.
func TestALayerIsLikeItsModel(t *testing.T) {
	defer Watched()()
	for seed := range uint64(30) {
		random := rand.New(rand.NewPCG(seed, 1))
		db, err := bolt.Open(filepath.Join(t.TempDir(), "x.db"), 0o600, &bolt.Options{NoSync: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Update(func(tx *bolt.Tx) error { _, err := tx.CreateBucket([]byte("box")); return err }); err != nil {
			t.Fatal(err)
		}
		m := &model{base: map[string]string{}, layer: map[string]string{}}
		for range 120 {
			if err := db.Update(func(tx *bolt.Tx) error { return m.act(t, tx, random) }); err != nil {
				t.Fatal(err)
			}
			_ = db.View(func(tx *bolt.Tx) error { compare(t, tx, m.seen(false), random); return nil })
		}
		db.Close()
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// act does one thing, in a transaction.
func (m *model) act(t *testing.T, tx *bolt.Tx, random *rand.Rand) error {
	k, v := fmt.Sprint(random.IntN(40)), fmt.Sprint("v", random.IntN(1000))
	if random.IntN(3) == 0 {
		v = ""
	}
	write := func(staging bool) (err error) {
		if m.write(k, v, staging); v == "" {
			err = box.In(tx).Delete([]byte(k))
		} else {
			err = box.In(tx).Put([]byte(k), []byte(v))
		}
		compare(t, tx, m.seen(staging), random)
		return err
	}
	switch what := random.IntN(12); {
	case what < 5:
		return write(false)
	case what < 9 && !m.shown:
		m.any = true
		return Staging(tx, func() error { return write(true) })
	case what == 9 && m.any && !m.shown:
		m.shown = true
		return ShowLayer(tx)
	case what == 10 && m.shown:
		return m.moveDown(tx, 1+random.IntN(5))
	case what == 11 && m.any && !m.shown && random.IntN(4) == 0:
		m.any, m.layer = false, map[string]string{}
		return DropLayer(tx)
	}
	return nil
}

func (m *model) moveDown(tx *bolt.Tx, n int) error {
	for range n {
		if len(m.layer) > 0 {
			k := slices.Min(slices.Collect(maps.Keys(m.layer)))
			if m.base[k] = m.layer[k]; m.layer[k] == "" {
				delete(m.base, k)
			}
			delete(m.layer, k)
		}
	}
	more, err := MoveDown(tx, n)
	if !more && err == nil {
		m.any, m.shown, m.layer = false, false, map[string]string{}
		err = DropLayer(tx)
	}
	return err
}

func compare(t *testing.T, tx *bolt.Tx, want map[string]string, random *rand.Rand) {
	t.Helper()
	keys := slices.Sorted(maps.Keys(want))
	var forward, backward []string
	c := box.In(tx).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if forward = append(forward, string(k)); want[string(k)] != string(v) {
			t.Errorf("%s is %q", k, v)
		}
	}
	for k, _ := c.Last(); k != nil; k, _ = c.Prev() {
		backward = append([]string{string(k)}, backward...)
	}
	if !slices.Equal(forward, keys) || !slices.Equal(backward, keys) || !tx.Writable() && box.In(tx).Len() != len(keys) {
		t.Errorf("want %q\nforward %q\nbackward %q", keys, forward, backward)
	}
	from := fmt.Sprint(random.IntN(40))
	at, found := slices.BinarySearch(keys, from)
	k, _ := c.Seek([]byte(from))
	if at == len(keys) != (k == nil) || k != nil && string(k) != keys[at] || found != (box.In(tx).Get([]byte(from)) != nil) {
		t.Errorf("seek %s: %q", from, k)
	}
	if k != nil {
		turn(t, c, keys, at)
	}
}

// turn goes back one from where a cursor stands, and forward again.
func turn(t *testing.T, c *Cursor, keys []string, at int) {
	before, _ := c.Prev()
	if at == 0 {
		if before != nil {
			t.Errorf("before the first: %q", before)
		}
		return
	}
	before = bytes.Clone(before)
	again, _ := c.Next()
	if string(before) != keys[at-1] || string(again) != keys[at] {
		t.Errorf("back %q, forward %q of %q", before, again, keys)
	}
}
