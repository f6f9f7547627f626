//go:build race

package main

// raceFlags let the program be built as this test is.
var raceFlags = []string{"-race"}
