package flow

import "fmt"

// A status, an aksi and a role are one record each, in a table of their kind: statuses (status.go), aksis (aksi.go),
// perans (peran.go). Whatever depends on one of them asks its record, so that a new one is one more record.
//
// The value of each constant is its fixed number (Nomor). Keys and index entries of the database hold it, so it is
// written down, never changed and never given again. Records and JSON hold the code instead, which people can read. The
// order in a table is the order in which people see the values; it may change.

// record is what the tables of this package have in common.
type record[T ~uint8] interface {
	value() T
	code() string
}

// recordOf looks a value up in its table; the zero record stands for one that is not there.
func recordOf[T ~uint8, R record[T]](table []R, v T) R {
	for _, r := range table {
		if r.value() == v {
			return r
		}
	}
	var none R
	return none
}

// valuesOf lists the values whose record fits, in the order of the table.
func valuesOf[T ~uint8, R record[T]](table []R, fits func(R) bool) (list []T) {
	for _, r := range table {
		if fits(r) {
			list = append(list, r.value())
		}
	}
	return list
}

func writeCode[T ~uint8, R record[T]](table []R, v T) ([]byte, error) {
	r := recordOf(table, v)
	if r.value() != v {
		return nil, fmt.Errorf("no code for %T %d", v, uint8(v))
	}
	return []byte(r.code()), nil
}

func readCode[T ~uint8, R record[T]](table []R, b []byte, v *T) error {
	for _, r := range table {
		if r.code() == string(b) {
			*v = r.value()
			return nil
		}
	}
	return fmt.Errorf("unknown %T %q", *v, b)
}
