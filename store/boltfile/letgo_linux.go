package boltfile

import (
	"syscall"

	bolt "go.etcd.io/bbolt"
)

// LetGo gives back the pages that opening the file has looked through: all of them, to find the free ones. They stay in
// the system's cache, and what is really used comes back at once; without this a bot at rest would seem as large as its
// database. It is only advice, so an error is none.
func LetGo(db *bolt.DB) {
	_ = db.View(func(tx *bolt.Tx) error {
		_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, db.Info().Data, uintptr(tx.Size()), syscall.MADV_DONTNEED)
		return nil
	})
}
