package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// backups lists the nightly copies of a folder, oldest first: their names sort as their times do.
func backups(dir string) []string {
	copies, _ := filepath.Glob(filepath.Join(dir, "siip-asn-????????-??????.db")) // the pattern is well-formed
	slices.Sort(copies)
	return copies
}

// dropOldBackups keeps the newest copies of a folder.
func dropOldBackups(dir string, keep int) error {
	copies := backups(dir)
	var errs []error
	for _, old := range copies[:max(0, len(copies)-keep)] {
		errs = append(errs, os.Remove(old))
	}
	return errors.Join(errs...)
}

// lastBackup is when the newest copy was made; zero when there is none.
func lastBackup(dir string) time.Time {
	copies := backups(dir)
	if len(copies) == 0 {
		return time.Time{}
	}
	info, err := os.Stat(copies[len(copies)-1])
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
