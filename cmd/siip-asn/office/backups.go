package office

import (
	"errors"
	"path/filepath"
	"slices"
	"time"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/store"
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

// dropOldBackups rotates the copies of a folder: of each database (store.Origin) it keeps the newest c.SimpanBackup, and apart from
// those as many that are dated in the future, because the clock was ahead when they were made. They are counted apart so that
// the copies of an empty or a wrong database, after a mistake in the config, never push out those of the right one.
func dropOldBackups(c config.Config, now time.Time) error {
	kept := map[string]int{}
	copies := Backups(c.DirBackup)
	var errs []error
	for _, path := range slices.Backward(copies) {
		if len(copies) <= c.SimpanBackup {
			break // so few that none goes, and no file has to be opened
		}
		kind := kindOf(path, c, now)
		if kept[kind]++; kept[kind] > c.SimpanBackup {
			errs = append(errs, dbcopy.Remove(path))
		}
	}
	return errors.Join(errs...)
}

// kindOf says of which database a copy is, and whether it is dated in the future.
func kindOf(path string, c config.Config, now time.Time) string {
	kind, err := store.Origin(path)
	if err != nil {
		kind = "damaged"
	}
	if backupTime(path, c).After(now) {
		kind += " of the future"
	}
	return kind
}

// backupTime is when a copy was made, as its name says in the zone of the office; zero for one that is not ours.
func backupTime(path string, c config.Config) time.Time {
	at, _ := time.ParseInLocation(backupLayout, filepath.Base(path), c.Zona)
	return at
}

// lastBackup is when the newest copy was made; zero when there is none. A copy that is dated in the future was made while
// the clock was ahead, and does not count.
func lastBackup(c config.Config, now time.Time) time.Time {
	for _, path := range slices.Backward(Backups(c.DirBackup)) {
		if at := backupTime(path, c); !at.After(now) {
			return at
		}
	}
	return time.Time{}
}
