package boltfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// smallFile is a sound database of a few hundred entries, no longer than they are.
func smallFile(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	db, err := Open(path, false)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		bucket, err := tx.CreateBucket([]byte("x"))
		for n := range uint32(400) {
			err = errors.Join(err, bucket.Put(binary.BigEndian.AppendUint32(nil, n), make([]byte, 150)))
		}
		return err
	})
	copied := path + ".copy"
	err = errors.Join(err, db.View(func(tx *bolt.Tx) error { return tx.CopyFile(copied, 0o600) }), db.Close())
	if err != nil {
		t.Fatal(err)
	}
	return copied
}

func TestASoundFileIsSound(t *testing.T) {
	b, err := os.ReadFile(smallFile(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := Check(bytes.NewReader(b), int64(len(b))); err != nil {
		t.Error(err)
	}
	for cut := 1; cut < len(b); cut += 4096 {
		if Check(bytes.NewReader(b[:cut]), int64(cut)) == nil && cut < len(b)-3*4096 {
			t.Errorf("cut at %d and not seen", cut)
		}
	}
}
