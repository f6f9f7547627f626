package core

import (
	"time"

	"siip-asn/flow/jejak"
)

// Watch sees what the store does. Its methods must not wait.
type Watch interface {
	Committed(took time.Duration)                       // a transaction has become durable
	Taken(updates int, entries []jejak.Entry, dead int) // a batch of events is durable: so many updates, and what it added to the trail
	Migrated(from, to int, kept string)                 // the schema is a newer one now; a copy of what was before is kept
	Restored(at time.Time)                              // the database is one that was restored then
}

// Blind is the Watch of those who do not look.
type Blind struct{}

// Committed, and those below, do nothing.
func (Blind) Committed(time.Duration) {}

// Taken does nothing.
func (Blind) Taken(int, []jejak.Entry, int) {}

// Migrated does nothing.
func (Blind) Migrated(int, int, string) {}

// Restored does nothing.
func (Blind) Restored(time.Time) {}
