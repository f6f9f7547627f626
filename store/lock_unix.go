//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// shareLock waits until no other process writes to the file, as bbolt does. The lock goes with the file.
func shareLock(f *os.File) error {
	for deadline := time.Now().Add(lockWait); ; time.Sleep(50 * time.Millisecond) {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_SH|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return err
		}
		if time.Now().After(deadline) {
			return &InUseError{Path: f.Name()}
		}
	}
}
