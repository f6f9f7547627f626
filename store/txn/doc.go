// Package txn begins the transactions of the store: DB.View one that reads, DB.Update one that writes. There is no other way.
//
// A transaction waits for nothing: no network, no rendering, and no other transaction. A writing one inside another, or
// inside a reading one, waits for ever; so does, now and then, a reading one inside a writing one. So each begins with
// RefuseReentry (guard.go): it looks through the stack of the goroutine for a transaction that is open, and panics with the
// name of the caller. A transaction that another goroutine has open is no reason.
//
// It imports bbolt only.
package txn
