package store

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/post"
	"siip-asn/store/schema"
)

// TestCheckWhileOthersWrite looks for false alarms: the pages are in motion.
func TestCheckWhileOthersWrite(t *testing.T) {
	s := fresh(t, echo)
	ctx, stop := context.WithCancel(context.Background())
	var wrote atomic.Int64
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for n := 0; ctx.Err() == nil; n++ {
			tickets, err := s.Apply([]post.Incoming{typed(int64(n+1), "halo")})
			if err == nil && n%2 == 0 {
				err = s.SetBot(time.Now().String())
			}
			if err != nil || len(tickets) == 0 {
				t.Error(tickets, err)
				return
			}
			wrote.Add(1)
		}
	}()
	for n := 0; (n < 200 || wrote.Load() < 10) && !t.Failed(); n++ { // a busy disk may need longer for ten writes
		if problems, err := s.Check(); err != nil || len(problems) > 0 {
			t.Errorf("%q %v", problems, err)
			break
		}
	}
	stop()
	<-ended
}

// TestAFileThatGrewWhileItWasWaitedFor: another process has the database, makes it grow and lets go of it.
func TestAFileThatGrewWhileItWasWaitedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "siip-asn.db")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	waits, opened := make(chan struct{}), make(chan error)
	go func() {
		close(waits)
		second, err := Open(path, Options{})
		if err == nil {
			err = second.Close()
		}
		opened <- err
	}()
	<-waits
	for n := range uint8(4) {
		err = errors.Join(err, s.Db.Update(func(tx *bolt.Tx) error {
			return schema.Metas.In(tx).Put(schema.Key(n), make([]byte, 8<<20))
		}))
	}
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	if err := <-opened; err != nil {
		t.Error(err)
	}
}
