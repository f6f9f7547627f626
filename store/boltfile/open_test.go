package boltfile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// TestADatabaseThatIsBeingReplacedIsNotOpenedHalfway puts another file in the place of one that is just being opened.
func TestADatabaseThatIsBeingReplacedIsNotOpenedHalfway(t *testing.T) {
	path, newer, opens := smallFile(t), smallFile(t), 0
	want, err := os.Stat(newer)
	if err != nil {
		t.Fatal(err)
	}
	db, err := openWhole(path, func(path string) (*bolt.DB, error) {
		db, err := openBolt(path, false)
		if opens++; opens == 1 {
			err = errors.Join(err, os.Rename(newer, path))
		}
		return db, err
	})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var inUse *InUseError
	if is, _ := f.Stat(); !os.SameFile(want, is) || !errors.As(SoleLock(f), &inUse) {
		t.Error("the file that stands there is not the one that is open")
	}
}

// TestAFileOfNoBytesIsNoNewDatabase: somebody has emptied it.
func TestAFileOfNoBytesIsNoNewDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "siip-asn.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var damaged *DamagedError
	if _, err := Open(path, false); !errors.As(err, &damaged) || !strings.Contains(err.Error(), "0 byte") {
		t.Error(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() != 0 {
		t.Error("it was written to")
	}
}

// TestOneOfManyBeginsADatabase: several processes find none at the same time.
func TestOneOfManyBeginsADatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "siip-asn.db")
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), ".siip-asn.db.baru-123"), []byte("killed"), 0o600); err != nil {
		t.Fatal(err)
	}
	opened := make(chan error)
	for range 8 {
		go func() {
			db, err := Open(path, false)
			if err == nil {
				err = db.Close()
			}
			opened <- err
		}()
	}
	for range 8 {
		if err := <-opened; err != nil {
			t.Error(err)
		}
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*"))
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 || len(left) > 0 {
		t.Error(info, err, left)
	}
}

// TestTheFileStaysSmallWhereItIsMappedWhole: on Windows a file is as large as what is mapped of it.
func TestTheFileStaysSmallWhereItIsMappedWhole(t *testing.T) {
	for _, c := range []struct {
		system string
		bits   int
		want   int
	}{{"linux", 64, 1 << 30}, {"darwin", 64, 1 << 30}, {"windows", 64, 0}, {"linux", 32, 0}, {"windows", 32, 0}} {
		if got := ahead(c.system, c.bits); got != c.want {
			t.Errorf("%s, %d bits: %d bytes are mapped ahead", c.system, c.bits, got)
		}
	}
}
