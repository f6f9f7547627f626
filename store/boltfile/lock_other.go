//go:build !unix

package boltfile

import "os"

// ShareLock does nothing where bbolt's own lock keeps others from reading.
func ShareLock(*os.File) error { return nil }

// SoleLock does nothing where a file that somebody has open cannot get another name.
func SoleLock(*os.File) error { return nil }
