package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
)

// dropOldBackups keeps the newest copies of a folder. Their names sort as their times do.
func dropOldBackups(dir string, keep int) error {
	copies, err := filepath.Glob(filepath.Join(dir, "siip-asn-????????-??????.db"))
	if err != nil {
		return err
	}
	slices.Sort(copies)
	var errs []error
	for _, old := range copies[:max(0, len(copies)-keep)] {
		errs = append(errs, os.Remove(old))
	}
	return errors.Join(errs...)
}
