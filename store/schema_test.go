package store

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"siip-asn/store/schema"
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
	for _, info := range schema.AllBuckets() {
		name := info.Name
		if _, index, isIndex := strings.Cut(name, "."); isIndex {
			name = "  ." + index
		}
		fmt.Fprintf(&b, "//\t%-12s %s\n", name, info.About)
	}
	return b.String()
}

// TestBucketsAreNamedInOnePlace: everything else uses the values of schema.go, so that a name is never misspelt.
func TestBucketsAreNamedInOnePlace(t *testing.T) {
	var files []string
	for _, room := range []string{".", "schema", "reader", "check", "core", "impor", "laporan", "upkeep"} {
		found, err := filepath.Glob(filepath.Join(room, "*.go"))
		if err != nil || len(found) == 0 {
			t.Fatal(room, err)
		}
		files = append(files, found...)
	}
	makes := regexp.MustCompile(`\.(Bucket|CreateBucket\w*)\(|table\.(Named|By)\(`)
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			declares := strings.HasPrefix(strings.TrimSpace(line), "Bucket: table.Named(") // of a table that stands in the file of its nouns
			if filepath.Dir(name) != "schema" && !declares && !strings.HasSuffix(name, "_test.go") && makes.MatchString(line) {
				t.Errorf("%s:%d names a bucket: %s", name, i+1, line)
			}
		}
	}
}
