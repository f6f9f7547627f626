package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// withMigration adds a migration to the table for one test.
func withMigration(t *testing.T, m func(*bolt.Tx) error) {
	released := migrations
	migrations = append(released[:len(released):len(released)], m)
	t.Cleanup(func() { migrations = released })
}

func oldDatabase(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "siip-asn.db")
	s, err := Open(path, Options{Step: echo})
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, typed(1, "satu"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAMigrationKeepsACopyOfWhatWas(t *testing.T) {
	path := oldDatabase(t)
	withMigration(t, func(tx *bolt.Tx) error { return tx.Bucket([]byte("meta")).Put([]byte("new"), []byte("1")) })
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if v, err := s.schemaVersion(); v != len(migrations) || err != nil {
		t.Error(v, err)
	}
	if got := outbox(t, s); len(got) != 1 {
		t.Errorf("%q", got)
	}
	kept := path + ".skema-1"
	if err := Verify(kept); err != nil {
		t.Errorf("the copy: %v", err)
	}
	if info, err := os.Stat(kept); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info, err)
	}
}

func TestAMigrationThatFailsChangesNothing(t *testing.T) {
	path := oldDatabase(t)
	broken := errors.New("broken")
	t.Run("broken", func(t *testing.T) {
		withMigration(t, func(tx *bolt.Tx) error {
			return errors.Join(tx.Bucket([]byte("meta")).Put([]byte("new"), []byte("1")), broken)
		})
		if _, err := Open(path, Options{}); !errors.Is(err, broken) {
			t.Error(err)
		}
	})
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_ = s.db.View(func(tx *bolt.Tx) error {
		if tx.Bucket([]byte("meta")).Get([]byte("new")) != nil {
			t.Error("a part of the migration is there")
		}
		return nil
	})
}
