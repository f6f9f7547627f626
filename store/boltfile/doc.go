// Package boltfile knows what a bbolt file is as a file: its pages, who has locked it, how it is opened, and what is said
// when it cannot be. It knows nothing of what the records in it mean.
//
// Open (open.go) is where a newcomer starts: it looks through the pages (pages.go) before bbolt is let at the file,
// because bbolt ends the process where a page is torn.
//
// It imports bbolt and nothing of the house.
package boltfile
