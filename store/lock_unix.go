//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// shareLock waits until no other process writes to the file, as bbolt does. The lock goes with the file.
func shareLock(f *os.File) error { return waitLock(f, syscall.LOCK_SH) }

// soleLock waits until no other process has the database, and keeps them out. The lock goes with the file.
func soleLock(f *os.File) error { return waitLock(f, syscall.LOCK_EX) }

func waitLock(f *os.File, how int) error {
	for deadline := time.Now().Add(lockWait); ; time.Sleep(50 * time.Millisecond) {
		err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return err
		}
		if time.Now().After(deadline) {
			return &InUseError{Path: f.Name()}
		}
	}
}
