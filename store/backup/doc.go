// Package backup copies database files, seals the copies, and restores them. It works on files: whether one is a sound
// database is asked of a function that its caller hands in.
//
// Write (copy.go) is where a newcomer starts: a copy is written under a temporary name, synced, read back, renamed, and
// sealed (seal.go); Restore (restore.go) takes the way back.
//
// It imports boltfile for the locks and errors of files, and never store, which hands itself in.
package backup
