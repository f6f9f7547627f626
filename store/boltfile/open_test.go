package boltfile

import (
	"errors"
	"os"
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
