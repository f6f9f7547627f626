package core

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/backup"
	"siip-asn/store/check"
	"siip-asn/store/txn"
)

// Backup writes a consistent copy of the database to path while others go on reading and writing. The copy appears under
// its name only when it is whole, on disk, and has been read back; what stood there before stays until then.
func (s *Store) Backup(path string) error { return WriteCopy(path, s.Copy) }

// Copy writes a consistent copy of the database while others go on reading and writing. The copy is taken into a file beside
// the database first: where w stands still, a stuck disk or a reader that has stopped, no transaction waits for it. So there
// must be room for it on the disk of the database.
func (s *Store) Copy(w io.Writer) (err error) {
	f, err := os.CreateTemp(filepath.Dir(s.Path()), "."+filepath.Base(s.Path())+".salinan-*")
	if err != nil {
		return err
	}
	early := os.Remove(f.Name()) == nil // Unix keeps an unlinked file until it is closed, so nothing is left behind even after a kill; elsewhere this fails
	defer func() {
		err = errors.Join(err, f.Close())
		if !early {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := take(s, f); err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = io.Copy(w, f)
	return err
}

// take writes a copy into f, a local file, in one read transaction: while that lasts the database can only grow.
func take(s *Store, f *os.File) error {
	err := s.View(func(tx *bolt.Tx) error {
		_, err := tx.WriteTo(f)
		return err
	})
	if txn.NoRoom(err) {
		return fmt.Errorf("tidak ada ruang untuk salinan sementara di %s: %w", filepath.Dir(s.Path()), err)
	}
	return err
}

// WriteCopy puts what write writes at path as backup.Write does, if it is a sound database.
func WriteCopy(path string, write func(io.Writer) error) error {
	return backup.Write(path, Examine, write)
}

// Examine opens a database file for reading only and checks all of it, see check.File.
func Examine(path string) (note string, err error) { return check.File(path, len(Migrations)) }

// Verify is Examine for whoever does not need to know what the seal says.
func Verify(path string) error {
	_, err := Examine(path)
	return err
}

// Check lists what is wrong with the database, see check.All.
func (s *Store) Check() ([]string, error) { return check.All(s.DB) }
