package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/dialog"
	"siip-asn/flow/jejak"
	"siip-asn/store/schema"
	"siip-asn/store/txn"
)

// watcher counts what it sees.
type watcher struct {
	commits, updates, dead int
	entries                []jejak.Entry
	restored               time.Time
	migrated               string
}

func (w *watcher) Restored(at time.Time) { w.restored = at }

func (w *watcher) Migrated(from, to int, kept string) {
	w.migrated = fmt.Sprint(from, to, filepath.Base(kept))
}

func (w *watcher) Committed(time.Duration) { w.commits++ }

func (w *watcher) Taken(updates int, entries []jejak.Entry, dead int) {
	w.updates, w.entries, w.dead = w.updates+updates, append(w.entries, entries...), w.dead+dead
}

func TestAFullDiskIsWaitedFor(t *testing.T) {
	s := fresh(t, echo)
	var told []error
	s.Options.Full = func(err error) bool { told = append(told, err); return true }
	tries := 0
	err := s.Update(func(tx *bolt.Tx) error {
		if tries++; tries < 3 {
			return fmt.Errorf("file resize error: %s", syscall.ENOSPC)
		}
		return schema.Metas.In(tx).Put([]byte("x"), []byte("y"))
	})
	if err != nil || tries != 3 || len(told) != 2 {
		t.Errorf("%d tries, %v, told %v", tries, err, told)
	}
}

func TestAFullDiskIsGivenUpWhenNobodyWaits(t *testing.T) {
	s := fresh(t, echo)
	for name, full := range map[string]func(error) bool{"nobody": nil, "no more": func(error) bool { return false }} {
		s.Options.Full = full
		if err := s.Update(func(*bolt.Tx) error { return syscall.ENOSPC }); !txn.NoRoom(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestOtherErrorsAreNotTriedAgain(t *testing.T) {
	s := fresh(t, echo)
	s.Options.Full = func(error) bool { t.Error("the disk is not full"); return false }
	if err := s.Update(func(*bolt.Tx) error { return syscall.EIO }); err != syscall.EIO {
		t.Error(err)
	}
}

func TestWhatIsDurableIsSeen(t *testing.T) {
	s := fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		if e.Input.(dialog.Text).Body == "panic" {
			panic("oh")
		}
		session, effects, _ := echo(r, session, e)
		return session, append(effects, dialog.AppendHistory{Entry: jejak.Entry{Keterangan: e.Input.(dialog.Text).Body}}), nil
	})
	w := &watcher{}
	s.Options.Watch = w
	apply(t, s, typed(0, "dari program sendiri"))
	apply(t, s, typed(1, "satu"), typed(2, "panic"), typed(3, "tiga"))
	var words []string
	for _, e := range w.entries {
		words = append(words, e.Keterangan)
	}
	if w.commits != 2 || w.updates != 3 || w.dead != 1 || strings.Join(words, " ") != "dari program sendiri satu tiga" {
		t.Errorf("%+v", w)
	}
}
