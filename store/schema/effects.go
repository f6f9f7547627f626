package schema

import (
	"hash/fnv"
)

// TextHash is what stands for a text in a key.
func TextHash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}
