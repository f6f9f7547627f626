package table

import (
	"bytes"
	"sync"
)

// Cache remembers decoded records. It needs no invalidation: what is remembered counts only where the bytes in the
// transaction at hand are those that were decoded. Records that it hands out are shared, so nobody may change what they
// refer to. The zero value is empty.
type Cache[T any] struct {
	mu   sync.RWMutex
	list map[string]cached[T]
}

type cached[T any] struct {
	bytes []byte
	value T
}

// cacheMax is how many records are remembered; one more, and all are forgotten.
const cacheMax = 8192

func (c *Cache[T]) get(key, b []byte) (v T, found bool) {
	if c == nil {
		return v, false
	}
	c.mu.RLock()
	defer c.mu.RUnlock()
	hit, found := c.list[string(key)]
	if !found || !bytes.Equal(hit.bytes, b) {
		return v, false
	}
	return hit.value, true
}

// keep remembers what b decodes to.
func (c *Cache[T]) keep(key, b []byte, v T) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.list == nil || len(c.list) >= cacheMax {
		c.list = map[string]cached[T]{}
	}
	c.list[string(key)] = cached[T]{bytes.Clone(b), v}
}
