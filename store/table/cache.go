package table

import (
	"bytes"
	"sync"
)

// Cache remembers decoded records. It needs no invalidation: what is remembered counts only where the bytes in the
// transaction at hand are those that were decoded. So it never shows what was rolled back, imported over or restored away.
// Records that it hands out are shared: nobody may change what they refer to. The zero value is empty.
//
// It holds two generations, which approximates least recently used without a list: what is read goes into the young one, also from
// the old one. When the young one is full, it becomes the old one, and what was in the old one and was not read since is forgotten.
type Cache[T any] struct {
	mu         sync.RWMutex
	young, old map[string]cached[T]
	size       int // of the young ones: bytes of their keys and records as they are stored
}

type cached[T any] struct {
	bytes []byte
	value T
}

// generation is how many bytes of keys and records make one full; decoded they take about three times as much.
const generation = 1 << 20

func (c *Cache[T]) get(key, b []byte) (v T, found bool) {
	if c == nil {
		return v, false
	}
	c.mu.RLock()
	hit, young := c.young[string(key)]
	if !young {
		hit, found = c.old[string(key)]
	}
	c.mu.RUnlock()
	if !young && !found || !bytes.Equal(hit.bytes, b) {
		return v, false
	}
	if !young {
		c.put(key, hit)
	}
	return hit.value, true
}

// keep remembers what b decodes to.
func (c *Cache[T]) keep(key, b []byte, v T) {
	if c != nil {
		c.put(key, cached[T]{bytes.Clone(b), v})
	}
}

// add remembers it too, unless that would make the cache forget something.
func (c *Cache[T]) add(key, b []byte, v T) {
	if c != nil && c.room() {
		c.put(key, cached[T]{bytes.Clone(b), v})
	}
}

func (c *Cache[T]) room() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.size < generation/2
}

func (c *Cache[T]) put(key []byte, v cached[T]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.young == nil || c.size > generation {
		c.old, c.young, c.size = c.young, map[string]cached[T]{}, 0
	}
	if was, there := c.young[string(key)]; there {
		c.size -= len(key) + len(was.bytes)
	}
	c.size += len(key) + len(v.bytes)
	c.young[string(key)] = v
}
