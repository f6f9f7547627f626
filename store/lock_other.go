//go:build !unix

package store

import "os"

// shareLock does nothing where bbolt's own lock keeps others from reading.
func shareLock(*os.File) error { return nil }

// soleLock does nothing where a file that somebody has open cannot get another name.
func soleLock(*os.File) error { return nil }
