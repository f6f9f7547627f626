// Package check says in Indonesian what is wrong with the records of a database: whether what they name is there
// (check_references.go), whether the trail is a whole chain (history.go), and whether every usulan stands where the trail has
// led it (check_trail.go). Pages and indexes are checked by core.Store.Check, which calls these too.
//
// It imports reader and schema.
package check
