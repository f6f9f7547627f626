package percakapan

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// EveryPlace reads the names of the places out of the two maps of the house, so that none is forgotten.
func EveryPlace(t testing.TB) []dialog.Place {
	var list []dialog.Place
	for _, file := range []string{"places.go", "kelola.go"} {
		for _, name := range found(t, file, `(?m)^\tat\w+ +dialog\.Place = "(.*)"$`) {
			list = append(list, dialog.Place(name))
		}
	}
	if len(list) < 40 {
		t.Fatalf("only %d places found", len(list))
	}
	return list
}

// found gives what a pattern finds in a source file.
func found(t testing.TB, file, pattern string) []string {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, m := range regexp.MustCompile(pattern).FindAllSubmatch(source, -1) {
		list = append(list, string(m[1]))
	}
	return list
}

// EveryWord lists every word that a button can carry.
func EveryWord(t testing.TB) []string {
	words := found(t, "doors.go", `(?m)^\tcase "(\w+)":$`)
	for _, a := range flow.Aksis {
		words = append(words, aksiWord(a), "ya-"+aksiWord(a))
	}
	for _, p := range EveryPlace(t) {
		for word := range placeOf(p).taps {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// TestNoButtonOfAPlaceIsADoor: a door is looked up first, so a place that used its word would never hear of the tap.
func TestNoButtonOfAPlaceIsADoor(t *testing.T) {
	for _, p := range EveryPlace(t) {
		for word := range placeOf(p).taps {
			if doorOf(word) != nil {
				t.Errorf("%q of the place %q leads out of a door", word, p)
			}
		}
	}
}
