// Package check says in Indonesian what is wrong with a database: All for one that is open, File for a file and its seal.
//
// It looks at the pages of the file, at the indexes of each table, whether what records name is there (references.go), whether
// the trail is a whole chain of hashes (chain.go), and whether every usulan stands where the trail has led it (trail.go). It
// changes nothing.
//
// It imports the rooms below it: backup, boltfile, reader, schema, table, txn.
package check
