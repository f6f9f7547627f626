// Package schema lists the tables, indexes and buckets of the database, and how their records and keys are written. It is
// the only place where a bucket has a name (schema.go); the picture in the package comment of store is made of it.
//
// It imports flow and store/table.
package schema
