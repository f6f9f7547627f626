package core

import (
	"fmt"
	"runtime"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// A transaction waits for nothing: no network, no rendering, and no other transaction. A writing one inside another, or
// inside a reading one, waits for ever; so does, now and then, a reading one inside a writing one. Whoever begins one is
// looked at first: when the calls that have led here go through inside, a transaction of this goroutine is open, and it
// panics with the name of the caller. A transaction that another goroutine has open is no reason.

// View runs a reading transaction.
func (s *Store) View(read func(*bolt.Tx) error) error {
	s.RefuseReentry()
	return s.Db.View(func(tx *bolt.Tx) error { return s.inside(read, tx) })
}

// inside marks, on the stack, that a transaction is open.
//
//go:noinline
func (s *Store) inside(work func(*bolt.Tx) error, tx *bolt.Tx) error {
	s.open.Add(1)
	defer s.open.Add(-1)
	return work(tx)
}

// stackMax is how many calls are looked at.
const stackMax = 512

// RefuseReentry panics when the caller is inside a transaction of this store.
func (s *Store) RefuseReentry() {
	if s.open.Load() == 0 || !withinInside() {
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

const insideName = "siip-asn/store/core.(*Store).inside"

func inStore(f runtime.Frame) bool {
	return strings.HasPrefix(f.Function, "siip-asn/store") && !strings.HasSuffix(f.File, "_test.go")
}
