// Package core is the database at work: it opens the file, takes events, and keeps the outbox.
//
// Store.Apply (apply.go) runs the core of the conversation over a batch of events in one transaction, applies their effects
// (effects.go), and puts what is to be sent into the outbox (outbox.go) in the same transaction. One goroutine commits
// everything (committer.go). Copies and migrations are made here too, because Open needs them.
//
// It imports the rooms below it: txn, which begins each transaction, schema, reader, check, pending, table, migration, backup,
// boltfile. What is done with a database besides stands above it: impor, laporan, upkeep.
package core
