//go:build race

package campaign

// raceFlags let the program be built as this test is.
var raceFlags = []string{"-race"}
