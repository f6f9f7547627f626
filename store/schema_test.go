package store

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the picture of the schema anew")

const (
	pictureBegin = "// The buckets, key → value:\n//\n"
	pictureEnd   = "//\n// Numbers in keys"
)

// TestThePictureOfTheSchemaIsTrue holds the tree in the package comment against the tables.
func TestThePictureOfTheSchemaIsTrue(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok1 := strings.Cut(string(text), pictureBegin)
	_, tail, ok2 := strings.Cut(rest, pictureEnd)
	if !ok1 || !ok2 {
		t.Fatal("no picture in doc.go")
	}
	want := head + pictureBegin + picture() + pictureEnd + tail
	if *update {
		if err := os.WriteFile("doc.go", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want != string(text) && !*update {
		t.Errorf("the picture in doc.go is stale; write it with -update\n%s", picture())
	}
}

func picture() string {
	var b strings.Builder
	for _, info := range allBuckets() {
		name := info.name
		if _, index, isIndex := strings.Cut(name, "."); isIndex {
			name = "  ." + index
		}
		fmt.Fprintf(&b, "//\t%-12s %s\n", name, info.about)
	}
	return b.String()
}
