package office

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"siip-asn/store"
	dbcopy "siip-asn/store/backup"
)

// nightly makes the copies of the schedule. A copy that was missed, because the program did not run or the copy failed,
// is made as soon as it can be.
type nightly struct {
	mu      sync.Mutex
	tried   time.Time // last
	problem error     // of the last try; nil when it worked
}

// backupRetry is how long a copy that failed waits for the next try.
const backupRetry = time.Hour

// backupIfDue makes a copy when one has come due since the newest was made.
func (o *Office) backupIfDue() {
	now := o.now()
	due := o.Config.JadwalBackup.Last(now.In(o.Config.Zona))
	if due.IsZero() || !lastBackup(o.Config, now).Before(due) || !o.nightly.may(now) {
		return
	}
	err := o.backup(now)
	if err != nil && isClosed(o.ending) {
		return // the copy was broken off because the program stops, which is no failure
	}
	if err != nil {
		o.log.Error("backup has failed", "error", err, "dir", o.Config.DirBackup, "again_in", backupRetry.String())
	}
	o.nightly.note(err)
	o.watch.backups.WithLabelValues(backupOutcome(err)).Inc()
}

func backupOutcome(err error) string {
	if err != nil {
		return "failed"
	}
	return "ok"
}

// may tells whether it is time for another try, and notes that it begins. After a failure that is backupRetry later; a last try that
// lies in the future was made while the clock was ahead, and does not count.
func (n *nightly) may(now time.Time) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.problem != nil && !n.tried.After(now) && now.Sub(n.tried) < backupRetry {
		return false
	}
	n.tried = now
	return true
}

func (n *nightly) note(err error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.problem = err
}

// failed is why the last copy could not be made, and when that was; nil when it could.
func (n *nightly) failed() (time.Time, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.tried, n.problem
}

// backup makes one copy and drops the oldest ones.
func (o *Office) backup(now time.Time) error {
	if err := CopyFolder(o.Config, o.Config.DirBackup); err != nil {
		return err
	}
	path := filepath.Join(o.Config.DirBackup, now.In(o.Config.Zona).Format(backupLayout))
	o.logged("leftovers of backups", dropLeftovers(o.Config.DirBackup))
	err := store.WriteCopy(path, func(w io.Writer) error { return o.Store.Copy(untilEnding{w, o.ending}) })
	if err != nil {
		return err
	}
	o.log.Info("backup", "trail", o.Anchor(), "file", path, "bytes", sizeOf(path), "took", o.now().Sub(now).Round(time.Millisecond).String())
	o.logged("drop old backups", dropOldBackups(o.Config, now))
	return nil
}

func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// dropLeftovers removes what a killed process has left in the folder of the backups.
func dropLeftovers(dir string) error {
	left, err := dbcopy.Leftovers(filepath.Join(dir, backupPattern))
	for _, name := range left {
		if err == nil {
			err = os.Remove(name)
		}
	}
	return err
}

// untilEnding writes as long as the program is not to stop.
type untilEnding struct {
	io.Writer
	ending <-chan struct{}
}

func (w untilEnding) Write(p []byte) (int, error) {
	if isClosed(w.ending) {
		return 0, errors.New("the program stops")
	}
	return w.Writer.Write(p)
}

func isClosed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}
