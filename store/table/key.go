package table

import (
	"encoding/binary"
	"fmt"
	"time"
)

// Key joins parts into one key. Numbers are big-endian, so that keys sort as the numbers do; a time is its unix
// nanoseconds; a text ends with a zero byte, so that no text is the beginning of another. Any other type is a fault of the
// program, and panics.
func Key(parts ...any) []byte {
	b := make([]byte, 0, keySize)
	for _, part := range parts {
		b = appendPart(b, part)
	}
	return b
}

// keySize is room for most keys: they are made with every step.
const keySize = 40

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
		panic(fmt.Sprintf("table: no key from a %T", part))
	}
}

// Number reads the number that stands at the end of a key, or is the whole of a value; 0 where there is none.
func Number(b []byte) uint64 {
	if len(b) < 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b[len(b)-8:])
}

// Signed reads a number that was written from an int64.
func Signed(b []byte) int64 { return int64(Number(b) ^ 1<<63) }
