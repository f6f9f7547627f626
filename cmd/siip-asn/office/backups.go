package office

import (
	"errors"
	"path/filepath"
	"slices"
	"time"

	"siip-asn/cmd/siip-asn/config"
	dbcopy "siip-asn/store/backup"
)

// The names of the nightly copies sort as their times do.
const (
	backupLayout  = "siip-asn-20060102-150405.db"
	backupPattern = "siip-asn-????????-??????.db"
)

// Backups lists the nightly copies of a folder, oldest first.
func Backups(dir string) []string {
	copies, _ := filepath.Glob(filepath.Join(dir, backupPattern)) // the pattern is well-formed
	slices.Sort(copies)
	return copies
}

// dropOldBackups keeps the newest copies of a folder.
func dropOldBackups(dir string, keep int) error {
	copies := Backups(dir)
	var errs []error
	for _, old := range copies[:max(0, len(copies)-keep)] {
		errs = append(errs, dbcopy.Remove(old))
	}
	return errors.Join(errs...)
}

// lastBackup is when the newest copy was made, as its name says in the zone of the office; zero when there is none.
func lastBackup(c config.Config) time.Time {
	copies := Backups(c.DirBackup)
	if len(copies) == 0 {
		return time.Time{}
	}
	at, _ := time.ParseInLocation(backupLayout, filepath.Base(copies[len(copies)-1]), c.Zona) // zero: not one of ours
	return at
}
