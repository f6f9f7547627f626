package boltfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// LockWait is how long Open and the locks wait for another process to let go of the file.
const LockWait = 2 * time.Second

// mappedAhead is how many bytes of address space are mapped at once: until the file is larger, a reader never holds up a
// write that makes it grow. On Windows the file itself would become as large, and 32 bits have no such space to give: there
// it is mapped as it grows.
var mappedAhead = ahead(runtime.GOOS, strconv.IntSize)

func ahead(system string, bits int) int {
	if system == "windows" || bits < 64 {
		return 0
	}
	return 1 << 30
}

// Open looks through the pages of a database file and opens it for writing, mode 0600 when it is made. Whoever restores a
// backup puts another file in the place of this one: then that one is opened. With scratch nothing waits for the disk
// before Sync: for a file that nobody uses until it is complete. It returns *InUseError when another process has the file,
// *DamagedError when its pages are not sound, or the error of the file system.
func Open(path string, scratch bool) (*bolt.DB, error) {
	db, err := openWhole(path, func(path string) (*bolt.DB, error) { return openBolt(path, scratch) })
	return db, explain(path, err)
}

// OpenToRead opens a database file for reading only. Its errors are those of Open.
func OpenToRead(path string) (*bolt.DB, error) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, Timeout: LockWait})
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return nil, &InUseError{Path: path}
	case err != nil:
		return nil, &DamagedError{path, []string{err.Error()}}
	}
	return db, nil
}

// openWhole opens the file that stands at path when it is open: looked through, and no other than was looked through. Where
// there is none it is made.
func openWhole(path string, open func(string) (*bolt.DB, error)) (*bolt.DB, error) {
	for {
		before, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			if err := begin(path, open); err != nil {
				return nil, err
			}
			continue
		}
		if err := Examine(path); err != nil {
			return nil, err
		}
		db, err := open(path)
		if err != nil {
			return nil, err
		}
		if after, err := os.Stat(path); err == nil && os.SameFile(before, after) {
			clearBegun(path)
			return db, nil
		}
		if err := db.Close(); err != nil {
			return nil, err
		}
	}
}

// begin makes an empty database. It has its name only when it is whole: a file of 0 bytes is never one that has just begun,
// but one that was emptied.
func begin(path string, open func(string) (*bolt.DB, error)) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(begunPattern(path)))
	if err != nil {
		return err
	}
	name := f.Name()
	defer os.Remove(name) // nothing is left but the file under its name
	if err := f.Close(); err != nil {
		return err
	}
	db, err := open(name)
	if err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	_ = os.Link(name, path)
	if _, err := os.Stat(path); err == nil { // linked, or another process was faster
		return nil
	}
	return os.Rename(name, path) // where files have one name only
}

// clearBegun removes what a process has left that was killed while it made a database.
func clearBegun(path string) {
	left, _ := filepath.Glob(begunPattern(path))
	for _, name := range left {
		_ = os.Remove(name) // it is in nobody's way
	}
}

func begunPattern(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".baru-*")
}

func openBolt(path string, scratch bool) (*bolt.DB, error) {
	return bolt.Open(path, 0o600, &bolt.Options{
		Timeout:         LockWait,
		FreelistType:    bolt.FreelistMapType,
		NoFreelistSync:  true, // a commit stays small when much was deleted; the list is made anew at open
		InitialMmapSize: mappedAhead,
		NoSync:          scratch,
		NoGrowSync:      scratch,
	})
}

// explain says in Indonesian why a database cannot be opened.
func explain(path string, err error) error {
	var damaged *DamagedError
	var inUse *InUseError
	switch {
	case err == nil, errors.As(err, &damaged), errors.As(err, &inUse), errors.Is(err, syscall.EISDIR):
		return err
	case errors.Is(err, berrors.ErrTimeout):
		return &InUseError{Path: path}
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("basis data %s tidak boleh dibuka oleh pengguna ini: %w", path, err)
	default:
		return fmt.Errorf("basis data %s: %w", path, err)
	}
}

// Examine looks through the pages of a file before bbolt is let at it. The error is a *DamagedError, an *InUseError or that
// of the file system.
func Examine(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := ShareLock(f); err != nil {
		return err
	}
	info, err := f.Stat() // under the lock: who had it may have made the file grow
	if err != nil {
		return err
	}
	if info.IsDir() {
		return &fs.PathError{Op: "read", Path: path, Err: syscall.EISDIR}
	}
	if !info.Mode().IsRegular() {
		return &DamagedError{path, []string{errNoDB.Error()}}
	}
	if info.Size() == 0 {
		return &DamagedError{path, []string{"berkas kosong, 0 byte"}}
	}
	if err := Check(f, info.Size()); err != nil {
		return &DamagedError{path, []string{err.Error()}}
	}
	return nil
}
