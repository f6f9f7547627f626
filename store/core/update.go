package core

import (
	"errors"
	"strings"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
)

// Watch sees what the store does. Its methods must not wait.
type Watch interface {
	Committed(took time.Duration)                      // a transaction has become durable
	Taken(updates int, entries []flow.Entry, dead int) // a batch of events is durable: so many updates, and what it added to the trail
	Migrated(from, to int, kept string)                // the schema is a newer one now; a copy of what was before is kept
	Restored(at time.Time)                             // the database is one that was restored then
}

// Blind is the Watch of those who do not look.
type Blind struct{}

// Committed, and those below, do nothing.
func (Blind) Committed(time.Duration) {}

// Taken does nothing.
func (Blind) Taken(int, []flow.Entry, int) {}

// Migrated does nothing.
func (Blind) Migrated(int, int, string) {}

// Restored does nothing.
func (Blind) Restored(time.Time) {}

// Update runs a writing transaction. When there is no room for it on the disk, nothing of it was written, and it is run
// again for as long as Options.Full says so; so write begins from scratch each time.
func (s *Store) Update(write func(*bolt.Tx) error) error {
	s.RefuseReentry()
	for {
		began := time.Now()
		err := s.Db.Update(func(tx *bolt.Tx) error { return s.inside(write, tx) })
		if err == nil {
			s.Options.Watch.Committed(time.Since(began))
		}
		if !NoRoom(err) || s.Options.Full == nil || !s.Options.Full(err) {
			return err
		}
	}
}

// NoRoom tells whether a write has found the disk full, or the file as large as it may be. bbolt keeps some of these
// errors only as texts.
func NoRoom(err error) bool {
	for _, full := range []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG} {
		if err != nil && (errors.Is(err, full) || strings.Contains(err.Error(), full.Error())) {
			return true
		}
	}
	return false
}
