//go:build unix

package boltfile

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// ShareLock waits until no other process writes to the file, as bbolt does. The lock goes with the file.
func ShareLock(f *os.File) error { return waitLock(f, syscall.LOCK_SH) }

// SoleLock waits until no other process has the database, and keeps them out. The lock goes with the file.
func SoleLock(f *os.File) error { return waitLock(f, syscall.LOCK_EX) }

func waitLock(f *os.File, how int) error {
	for deadline := time.Now().Add(LockWait); ; time.Sleep(50 * time.Millisecond) {
		err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return err
		}
		if time.Now().After(deadline) {
			return &InUseError{Path: f.Name()}
		}
	}
}
