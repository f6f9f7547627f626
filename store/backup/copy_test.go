package backup

import (
	"bytes"
	"io"
	"path/filepath"
	"sync"
	"testing"
)

// TestTwoCopiesToOneNameAtOnce: whichever is the later one, file and seal are of one copy.
func TestTwoCopiesToOneNameAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "salinan.db")
	sound := func(string) (string, error) { return "", nil }
	for range 100 {
		var under sync.WaitGroup
		for n := range byte(4) {
			under.Go(func() {
				err := Write(path, sound, func(w io.Writer) error {
					_, err := w.Write(bytes.Repeat([]byte{n}, 100))
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		under.Wait()
		if err := CheckSeal(path); err != nil {
			t.Fatal(err)
		}
	}
	if left, _ := Leftovers(path); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
}
