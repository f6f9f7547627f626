package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// lockWait is how long Open waits for another process to let go of the database.
const lockWait = 2 * time.Second

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

// InUseError says that another process has the database.
type InUseError struct{ Path string }

func (e *InUseError) Error() string {
	return fmt.Sprintf("basis data %s sedang dipakai oleh proses lain (biasanya siip-asn serve); hentikan dahulu proses itu", e.Path)
}

// Open opens the database file, making it and its folder (mode 0700) when they are missing, and brings its schema up to
// date. It returns *InUseError when another process has it and *NewerError when a later version of the program wrote it.
func Open(path string, o Options) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	db, err := openFile(path, o.open)
	if err != nil {
		return nil, explain(path, err)
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
	letGo(db)
	return s, nil
}

// openFile looks through the file and opens it. Whoever restores a backup puts another file in the place of this one: then
// that one is opened.
func openFile(path string, open func(string) (*bolt.DB, error)) (*bolt.DB, error) {
	for {
		before, err := os.Stat(path)
		if err == nil && before.Size() > 0 {
			if err := verifyPages(path); err != nil {
				return nil, err
			}
		}
		db, err := open(path)
		if err != nil {
			return nil, err
		}
		if after, err := os.Stat(path); before == nil || err == nil && os.SameFile(before, after) {
			return db, nil
		}
		if err := db.Close(); err != nil {
			return nil, err
		}
	}
}

func (o Options) open(path string) (*bolt.DB, error) {
	return bolt.Open(path, 0o600, &bolt.Options{
		Timeout:         lockWait,
		FreelistType:    bolt.FreelistMapType,
		NoFreelistSync:  true,    // a commit stays small when much was deleted; the list is made anew at open
		InitialMmapSize: 1 << 30, // address space only: a reader never holds up a write that makes the file grow
		NoSync:          o.Scratch,
		NoGrowSync:      o.Scratch,
	})
}

// explain says in Indonesian why a database cannot be opened.
func explain(path string, err error) error {
	var damaged *DamagedError
	var inUse *InUseError
	switch {
	case errors.As(err, &damaged), errors.As(err, &inUse):
		return err
	case errors.Is(err, berrors.ErrTimeout):
		return &InUseError{Path: path}
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("basis data %s tidak boleh dibuka oleh pengguna ini: %w", path, err)
	default:
		return fmt.Errorf("basis data %s: %w", path, err)
	}
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

// SetBot keeps the username of the bot, as the Bot API told it, for the links that are made without asking.
func (s *Store) SetBot(username string) error {
	return s.update(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("meta")).Put([]byte("bot"), []byte(username))
	})
}
