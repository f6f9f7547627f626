// Package migration brings a database from one version of the schema to the next.
//
// A migration is frozen when it is released: it names buckets by the literal names of its time, reads records in the
// shapes of its time, and writes what was right then, whatever tables, words and rules the program has today. So the
// package imports bbolt and nothing of the house, and a test of the arrows holds that. Each released schema has a fixture
// (store/testdata/schema-N.db.gz) that is opened and read by every later version.
//
// Indexes are not migrated: they follow from the records, so the store makes those anew whose entries have changed since the
// version of the database (table.Index.Since). Changing what an index holds still takes a new step, if only an empty one: it
// raises the version, so that an older program refuses the database and does not write old entries into the new index.
//
// Steps (steps.go) is where a newcomer starts. A change of the schema is a new file here, a new line at the end of Steps,
// and a fixture of the schema before it, made before the change.
package migration
