package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/store/core"
	"siip-asn/store/schema"
)

// withMigration adds a migration to the table for one test.
func withMigration(t *testing.T, m func(*bolt.Tx) error) {
	released := core.Migrations
	core.Migrations = append(released[:len(released):len(released)], m)
	t.Cleanup(func() { core.Migrations = released })
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
	withMigration(t, func(tx *bolt.Tx) error { return schema.Metas.In(tx).Put([]byte("new"), []byte("1")) })
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	version := 0
	err = s.View(func(tx *bolt.Tx) error { version = schema.VersionOf(tx); return nil })
	if version != len(core.Migrations) || err != nil {
		t.Error(version, err)
	}
	if got := outbox(t, s); len(got) != 1 {
		t.Errorf("%q", got)
	}
	kept := fmt.Sprintf("%s.skema-%d", path, len(core.Migrations)-1)
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
			return errors.Join(schema.Metas.In(tx).Put([]byte("new"), []byte("1")), broken)
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
	_ = s.Db.View(func(tx *bolt.Tx) error {
		if schema.Metas.In(tx).Get([]byte("new")) != nil {
			t.Error("a part of the migration is there")
		}
		return nil
	})
}

// TestTheTrailOfWhoDidItIsMadeUp takes the entries of the second schema out, as a database of the first one is.
func TestTheTrailOfWhoDidItIsMadeUp(t *testing.T) {
	s := fresh(t, nil)
	imported(t, s, imports.PegawaiColumns{}, row(1, "Dinas A"))
	entry := jejak.Entry{At: noon, Pegawai: 2, Oleh: 1, Aksi: flow.Undang}
	err := s.Update(func(tx *bolt.Tx) error {
		w := &core.Writer{Reader: s.ReaderOf(tx), Options: s.Options}
		if err := w.AppendHistory(entry); err != nil {
			return err
		}
		return errors.Join(
			schema.HistoryPegawai.In(tx).Delete(schema.Key(uint64(1), uint64(2))),
			schema.Metas.In(tx).Put(schema.VersionKey, schema.Key(uint64(1))))
	})
	if err != nil {
		t.Fatal(err)
	}
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	read(t, s, func(r *Reader) {
		if got := r.Jejak(jejak.Bagian{Pegawai: 1}, 0, 9); len(got) != 1 || got[0].Nomor != 2 {
			t.Errorf("%+v", got)
		}
	})
	if problems, err := s.Check(); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
}
