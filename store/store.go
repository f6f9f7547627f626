package store

import (
	"errors"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/store/boltfile"
)

// Store is the database of one office.
type Store struct {
	db      *bolt.DB
	options Options
}

// Options are what the store needs to know of the rest of the program.
type Options struct {
	Aturan flow.Aturan
	Step   dialog.Step                        // the core; may be nil for a store that takes no events
	Sorry  func(dialog.Event) []dialog.Effect // what a person is told whose event could not be taken
	More   func()                             // called after a commit that has left work for Unfinished; must not wait
	Full   func(error) bool                   // called when the disk is full: whether to try again; it may wait. nil: never
	Watch  Watch                              // sees what happens; may be nil
	// Scratch lets nothing wait for the disk before Close: for a file that nobody uses until it is complete.
	Scratch bool
}

// Open opens the database file, making it and its folder (mode 0700) when they are missing, and brings its schema up to
// date. It returns *InUseError when another process has it and *NewerError when a later version of the program wrote it.
func Open(path string, o Options) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	db, err := boltfile.Open(path, o.Scratch)
	if err != nil {
		return nil, err
	}
	if o.Watch == nil {
		o.Watch = blind{}
	}
	s := &Store{db: db, options: o}
	if err := s.migrate(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if err := s.renew(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	boltfile.LetGo(db)
	return s, nil
}

// Close waits for what is under way and closes the file.
func (s *Store) Close() error {
	if s.options.Scratch {
		return errors.Join(s.db.Sync(), s.db.Close())
	}
	return s.db.Close()
}

// Path is the file of the database.
func (s *Store) Path() string { return s.db.Path() }

// Read hands visit the look-ups over one state of the database. Nothing slow belongs into it: while it lasts, the file
// cannot use again what others free.
func (s *Store) Read(visit func(*Reader) error) error {
	return s.db.View(func(tx *bolt.Tx) error {
		r := s.reader(tx)
		if err := visit(r); err != nil {
			return err
		}
		return r.err
	})
}

var botKey = []byte("bot")

// SetBot keeps the username of the bot, as the Bot API told it, for the links that are made without asking.
func (s *Store) SetBot(username string) error {
	return s.update(func(tx *bolt.Tx) error {
		return metas.In(tx).Put(botKey, []byte(username))
	})
}
