package schema

import (
	"hash/fnv"
)

// TextHash is the hash (FNV-64a) by which a text is found in a key: 8 bytes, whatever its length.
func TextHash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}
