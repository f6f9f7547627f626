package txn

import (
	"errors"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
)

// DB is an open database file.
type DB struct {
	Db        *bolt.DB
	Full      func(error) bool         // called when the disk is full: whether to try again; it may wait. nil: never
	Committed func(took time.Duration) // called after each writing transaction that has become durable; may be nil
	open      atomic.Int64             // transactions
}

// Path is the file of the database.
func (d *DB) Path() string { return d.Db.Path() }

// View runs a reading transaction.
func (d *DB) View(read func(*bolt.Tx) error) error {
	d.RefuseReentry()
	return d.Db.View(func(tx *bolt.Tx) error { return d.inside(read, tx) })
}

// Update runs a writing transaction. When there is no room for it on the disk, nothing of it was written, and it is run
// again for as long as Full says so; so write begins from scratch each time.
func (d *DB) Update(write func(*bolt.Tx) error) error {
	d.RefuseReentry()
	for {
		began := time.Now()
		err := d.Db.Update(func(tx *bolt.Tx) error { return d.inside(write, tx) })
		if err == nil && d.Committed != nil {
			d.Committed(time.Since(began))
		}
		if !NoRoom(err) || d.Full == nil || !d.Full(err) {
			return err
		}
	}
}

// NoRoom tells whether a write has found the disk full, or the file as large as it may be. bbolt keeps some of these
// errors only as texts.
func NoRoom(err error) bool {
	for _, full := range []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG} {
		if err != nil && (errors.Is(err, full) || strings.Contains(err.Error(), full.Error())) {
			return true
		}
	}
	return false
}
