package txn

import (
	"fmt"
	"runtime"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// inside runs work; its own frame on the stack of the goroutine is the mark that a transaction is open, which withinInside finds.
// So it must not be inlined.
//
//go:noinline
func (d *DB) inside(work func(*bolt.Tx) error, tx *bolt.Tx) error {
	d.open.Add(1)
	defer d.open.Add(-1)
	return work(tx)
}

const insideName = "siip-asn/store/txn.(*DB).inside"

// stackMax is how many calls are looked at.
const stackMax = 512

// RefuseReentry panics when the caller is inside a transaction of this database, with the name of whoever called the store.
func (d *DB) RefuseReentry() {
	if d.open.Load() == 0 || !withinInside() {
		return
	}
	var calls [stackMax]uintptr
	frames := runtime.CallersFrames(calls[:runtime.Callers(2, calls[:])])
	who, seen := "", ""
	for {
		f, more := frames.Next()
		switch {
		case f.Function == insideName:
			panic(fmt.Sprintf("store: %s is called inside a transaction, by %s", seen, who))
		case seen == "" || inStore(f) && who == "":
			seen = f.Function
		case who == "":
			who = fmt.Sprintf("%s (%s:%d)", f.Function, f.File, f.Line)
		}
		if !more {
			return
		}
	}
}

// withinInside tells whether one of the calls that have led here is inside.
func withinInside() bool {
	var calls [64]uintptr
	for skip := 3; ; skip += len(calls) {
		n := runtime.Callers(skip, calls[:])
		for _, pc := range calls[:n] {
			if f := runtime.FuncForPC(pc - 1); f != nil && f.Name() == insideName {
				return true
			}
		}
		if n < len(calls) {
			return false
		}
	}
}

func inStore(f runtime.Frame) bool {
	return strings.HasPrefix(f.Function, "siip-asn/store") && !strings.HasSuffix(f.File, "_test.go")
}
