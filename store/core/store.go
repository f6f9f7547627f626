package core

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
	"siip-asn/store/boltfile"
	"siip-asn/store/pending"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
	"siip-asn/store/table"
	"siip-asn/store/txn"
)

// Store is the database of one office.
type Store struct {
	*txn.DB
	Options Options
	Commits *committer
	Mail    *pending.Mail
	Stage   reader.Stage
	bot     atomic.Pointer[string] // its username; nil: not read yet
	people  atomic.Uint64          // the version of who may what: one more after a commit that may have changed an account or a pegawai (right.go)
}

// Options are what the store needs to know of the rest of the program.
type Options struct {
	Aturan flow.Aturan
	Step   dialog.Step                        // the core; may be nil for a store that takes no events
	Sorry  func(dialog.Event) []dialog.Effect // what a person is told whose event could not be taken
	More   func()                             // called after a commit that has left work for Unfinished; must not wait
	Full   func(error) bool                   // called when the disk is full: whether to try again; it may wait. nil: never
	Watch  Watch                              // sees what happens; may be nil
	// AsIs opens the database for looking only: one of an earlier schema is an *schema.OlderError and is not migrated.
	AsIs bool
	// Scratch lets nothing wait for the disk before Close: for a file that nobody uses until it is complete.
	Scratch bool
}

// Open opens the database file, making it and its folder (mode 0700) when they are missing, and brings its schema up to
// date. It returns *boltfile.InUseError when another process has it, *schema.NewerError when a later version of the program
// wrote it, and with AsIs *schema.OlderError when an earlier one did.
func Open(path string, o Options) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	db, err := boltfile.Open(path, o.Scratch)
	if err != nil {
		return nil, err
	}
	if o.Watch == nil {
		o.Watch = Blind{}
	}
	s := &Store{DB: &txn.DB{Db: db}, Options: o, Mail: pending.NewMail()}
	s.people.Store(1)
	s.Full = func(err error) bool { return s.Options.Full != nil && s.Options.Full(err) }
	s.Committed = func(took time.Duration) { s.Options.Watch.Committed(took) }
	if err := finishImport(s); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if err := migrate(s); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if !o.AsIs {
		if err := renew(s); err != nil {
			return nil, errors.Join(err, db.Close())
		}
	}
	if err := startCommitter(s); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	boltfile.LetGo(db)
	return s, nil
}

// Close writes what was noted, waits for what is under way and closes the file.
func (s *Store) Close() error {
	err := s.Commits.close()
	if s.Options.Scratch {
		err = errors.Join(err, s.Db.Sync())
	}
	return errors.Join(err, s.Db.Close())
}

// Read hands visit the look-ups over one state of the database. Nothing slow belongs into it: while it lasts, the file
// cannot use again what others free.
func (s *Store) Read(visit func(*reader.Reader) error) error {
	return s.View(func(tx *bolt.Tx) error {
		r := s.ReaderOf(tx)
		if err := visit(r); err != nil {
			return err
		}
		return r.Err
	})
}

var botIDKey = []byte("bot id")

// Bot says which bot sends from now on: its number, which its token begins with. Message ids belong to a bot: those that
// another one has given mean nothing to this one and are forgotten, in one transaction, and what waits is sent anew at the
// end of each chat. It is called before anything is sent.
func (s *Store) Bot(id int64) error {
	if err := s.Flush(); err != nil {
		return err
	}
	return s.Update(func(tx *bolt.Tx) error {
		was := schema.Metas.In(tx).Get(botIDKey)
		switch {
		case was != nil && table.Signed(was) == id:
			return nil
		case was != nil:
			if err := forgetMessages(tx); err != nil {
				return err
			}
		}
		return schema.Metas.In(tx).Put(botIDKey, schema.Key(id))
	})
}

// forgetMessages empties what holds message ids.
func forgetMessages(tx *bolt.Tx) error {
	var known [][]byte
	schema.Talks.Scan(tx, nil, func(k, _ []byte) bool {
		if _, kind := schema.ChatOf(k); kind == schema.KindNewest || kind == schema.KindSlot {
			known = append(known, bytes.Clone(k))
		}
		return true
	})
	if err := errors.Join(schema.Talks.Drop(tx, known), schema.Viewers.Clear(tx)); err != nil {
		return err
	}
	var waiting []post.Outgoing
	err := schema.Outgoings.Each(tx, func(o post.Outgoing) error {
		if o.Tapped != 0 {
			waiting = append(waiting, o)
		}
		return nil
	})
	for _, o := range waiting {
		if o.Tapped = 0; err == nil {
			err = schema.Outgoings.Put(tx, o)
		}
	}
	return err
}

// Update runs a writing transaction that is not the committer's. What it changes is not known, so the tickets that wait are judged
// again (right.go).
func (s *Store) Update(write func(*bolt.Tx) error) error {
	defer s.people.Add(1)
	return s.DB.Update(write)
}
