package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestAFileIsReplacedOnlyByAWholeOne lets a rekap fail while it is made, and while it is written.
func TestAFileIsReplacedOnlyByAWholeOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rekap.xlsx")
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	if err := writeFile(path, text("lama")); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(path, func(io.Writer) error { return errors.New("gagal") }); err == nil {
		t.Error("no error while it is made")
	}
	if err := os.MkdirAll(filepath.Join(path+".baru", "isi"), 0o700); err != nil { // in the way
		t.Fatal(err)
	}
	if err := writeFile(path, text("baru")); err == nil {
		t.Error("no error while it is written")
	}
	if b, err := os.ReadFile(path); string(b) != "lama" || err != nil {
		t.Errorf("%q %v", b, err)
	}
}
