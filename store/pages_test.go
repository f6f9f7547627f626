package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/store/boltfile"
)

// smallFile is a sound database of a few hundred records.
func smallFile(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	s, err := Open(path, Options{Aturan: flow.Aturan{Zona: wib}})
	if err != nil {
		t.Fatal(err)
	}
	var rows []imports.BarisPegawai
	for n := range 200 {
		rows = append(rows, row(n, "Dinas A"))
	}
	if _, err := s.ImportPegawai(imports.PegawaiImport{Rows: rows}, imports.ImportCommand, noon, false, nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(path + ".copy"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	b, err := os.ReadFile(path + ".copy")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// FuzzDamagedFile: a file that the walk of the pages lets through is one that bbolt opens and checks without ending the
// process, whatever has happened to it.
func FuzzDamagedFile(f *testing.F) {
	whole := smallFile(f)
	f.Add(uint32(0), []byte{})
	f.Add(uint32(4096*3+8), []byte{0xff, 0xff})
	f.Add(uint32(4096*5+16), []byte{1, 2, 3, 4, 5, 6, 7, 8})
	f.Fuzz(func(t *testing.T, at uint32, damage []byte) {
		b := bytes.Clone(whole)
		copy(b[int(at)%len(b):], damage)
		if boltfile.Check(bytes.NewReader(b), int64(len(b))) != nil {
			return
		}
		path := filepath.Join(t.TempDir(), "x.db")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: time.Second, NoFreelistSync: true})
		if err != nil {
			return
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		_ = Verify(path)
	})
}
