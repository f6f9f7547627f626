package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/schema"
)

// TestAnOpenDatabaseHoldsNoMoreThanItNeeds: opening looks through all pages, and keeps few of them. How few is the system's:
// it maps up to 64 KiB around each page that is read afterwards. Without letting go all 32,000 KiB are held.
func TestAnOpenDatabaseHoldsNoMoreThanItNeeds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "siip-asn.db")
	s, err := Open(path, Options{Scratch: true})
	if err != nil {
		t.Fatal(err)
	}
	err = s.Update(func(tx *bolt.Tx) error {
		for n := range 8000 {
			if err := schema.Metas.In(tx).Put(fmt.Appendf(nil, "x%d", n), make([]byte, 4000)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if held := residentKiB(t, path); held == 0 || held > 24_000 {
		t.Errorf("%d KiB of 32,000 are held", held)
	}
}

// residentKiB is how much of a file this process has in memory.
func residentKiB(t *testing.T, path string) (sum int) {
	text, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip(err)
	}
	inFile := false
	for line := range strings.Lines(string(text)) {
		var kib int
		if strings.Contains(line, "/") {
			inFile = strings.HasSuffix(strings.TrimSpace(line), path)
		}
		if _, err := fmt.Sscanf(line, "Rss: %d kB", &kib); err == nil && inFile {
			sum += kib
		}
	}
	return sum
}
