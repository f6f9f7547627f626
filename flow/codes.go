package flow

import (
	"fmt"
	"slices"
)

// codes are the words under which the values of a small enumeration are stored, in the order of the values. Words, not
// numbers: a database is read by people too, and the order may grow in the middle.
type codes[T ~uint8] []string

func (c codes[T]) write(v T) ([]byte, error) {
	if int(v) >= len(c) {
		return nil, fmt.Errorf("no code for %T %d", v, v)
	}
	return []byte(c[v]), nil
}

func (c codes[T]) read(b []byte, v *T) error {
	i := slices.Index(c, string(b))
	if i < 0 {
		return fmt.Errorf("unknown %T %q", *v, b)
	}
	*v = T(i)
	return nil
}
