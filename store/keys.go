package store

import (
	"encoding/binary"
	"time"
)

// key joins parts into one key. Numbers are big-endian, so that keys sort as the numbers do; a text ends with a zero
// byte, so that no text is the beginning of another.
func key(parts ...any) []byte {
	var b []byte
	for _, part := range parts {
		b = appendPart(b, part)
	}
	return b
}

func appendPart(b []byte, part any) []byte {
	switch v := part.(type) {
	case uint64:
		return binary.BigEndian.AppendUint64(b, v)
	case int64:
		return binary.BigEndian.AppendUint64(b, uint64(v)^1<<63) // negative ones sort first
	case uint8:
		return append(b, v)
	case time.Time:
		return appendPart(b, v.UnixNano())
	case string:
		return append(append(b, v...), 0)
	default:
		panic("store: no key from this type")
	}
}

// number reads the number that stands at the end of a key, or is the whole of a value.
func number(b []byte) uint64 {
	if len(b) < 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b[len(b)-8:])
}

// signed reads a number that was written from an int64.
func signed(b []byte) int64 { return int64(number(b) ^ 1<<63) }
