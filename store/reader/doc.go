// Package reader is what the core looks things up through, over a transaction.
//
// Records (reader.go) are people, offices, accounts and the catalogue; Reader adds what has been proposed, shown and written
// into the trail, and implements dialog.Reader. clock.go knows how the clock of the machine runs, because what is valid until
// some time is handed out by it. It imports flow, schema and table.
package reader
