//go:build unix

package backup

import (
	"errors"
	"os"
	"syscall"
)

// lockDir waits until no other process puts a copy into a folder: two of one name must not mix up file and seal. A file
// system that has no such locks goes without.
func lockDir(dir string) (unlock func(), err error) {
	d, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(d.Fd()), syscall.LOCK_EX)
		if !errors.Is(err, syscall.EINTR) {
			return func() { d.Close() }, nil
		}
	}
}
