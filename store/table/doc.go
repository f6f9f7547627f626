// Package table writes records and their indexes into buckets of bbolt.
//
// Of (table.go) is a bucket of records as JSON with the buckets of its indexes, and where a newcomer starts: a record and
// its index entries are only ever written there, together, so that they cannot come apart. Bucket (bucket.go) is the name
// of a bucket as a value, Key (key.go) makes keys that sort as their parts do, and Check (check.go) makes the indexes anew
// and compares.
// Entries (entries.go) read a bucket through the layer above it (layer.go), in which a long work is written until it is shown
// as a whole.
//
// It imports bbolt and nothing of the house.
package table
