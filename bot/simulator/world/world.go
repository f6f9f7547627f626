package world

import (
	"errors"
	"math/rand/v2"
	"sync"
	"time"

	"siip-asn/bot/simulator/onlooker"
	"siip-asn/bot/simulator/wire"
)

// ErrClosed is what waiting ends with when the server is closed.
var ErrClosed = errors.New("simulator: closed")

// World is all state of the simulated Bot API: the people and chats, the updates that wait, the faults, and what the onlooker has
// seen. Mu guards everything below it but Change and Closed, which are waited on.
type World struct {
	Opt   Options
	Me    wire.User
	Sizes Sizes

	Mu    sync.Mutex
	State State
	Rng   *rand.Rand
	Blobs blobs

	Handles map[int64]any // what the people's room has made of each person
	Poll    *Waiter
	Polls   PollHistory
	CallLog onlooker.CallLog
	Faults  []*onlooker.ActiveFault
	Down    bool
	Limiter onlooker.Limiter
	Watch   onlooker.Onlooker
	News    news

	Change chan struct{} // closed and replaced at every change
	Closed chan struct{}
	once   sync.Once
	file   *saver
}

// New makes an empty server that forgets everything at its end. See Open for one that does not.
func New(o Options) *World {
	o = o.withDefaults()
	s := &World{
		Opt:     o,
		Me:      o.bot(),
		Sizes:   realSizes,
		State:   newWorld(),
		Rng:     rand.New(rand.NewPCG(o.Seed, 0)),
		Handles: map[int64]any{},
		Change:  make(chan struct{}),
		Closed:  make(chan struct{}),
	}
	s.Blobs = blobs{limit: o.FileBytes}
	s.News.epoch = epoch()
	return s
}

// Close ends every waiting request, as a server does that restarts, and saves the state if there is a file for it.
// It may be called more than once.
func (s *World) Close() error {
	s.once.Do(func() { close(s.Closed) })
	if s.file == nil {
		return nil
	}
	return s.file.wait()
}

// IsClosed tells whether Close was called.
func (s *World) IsClosed() bool {
	select {
	case <-s.Closed:
		return true
	default:
		return false
	}
}

// Token is what the bot must use.
func (s *World) Token() string { return s.Opt.Token }

// Bot is the bot as people see it.
func (s *World) Bot() wire.User { return s.Me }

// Now is the time of Options.Now.
func (s *World) Now() time.Time { return s.Opt.Now() }

// Touch is called after every change of what survives a restart: it wakes who waits and lets the saver write. The lock must be held.
func (s *World) Touch() {
	s.Wake()
	if s.file != nil {
		s.file.later()
	}
}

// Wake is a broadcast: it closes Change, which wakes everybody who waits on it, and makes a new one. The lock must be held.
func (s *World) Wake() {
	close(s.Change)
	s.Change = make(chan struct{})
}

// State is everything that survives a restart. Files' bytes are kept apart, see blobs.
type State struct {
	Starts   uint64                    `json:"starts"` // how often it was loaded
	People   map[int64]*Person         `json:"people"`
	Order    []int64                   `json:"order"` // people as they were introduced
	Chats    map[int64]*Chat           `json:"chats"`
	Box      int64                     `json:"box"` // the last message id given in private chats
	Queue    Queue                     `json:"queue"`
	Allowed  []string                  `json:"allowed,omitempty"`
	Taps     map[string]*Query         `json:"taps"`
	TapOrder []string                  `json:"tap_order"`
	Files    map[string]*File          `json:"files"` // by file_unique_id
	FileIDs  int64                     `json:"file_ids"`
	Commands map[string][]wire.Command `json:"commands"` // by scope and language, see commandKey

	Description      string `json:"description,omitempty"`
	ShortDescription string `json:"short_description,omitempty"`

	ProfilePhoto []wire.PhotoSize `json:"profile_photo,omitempty"` // the bot's, in its sizes
}

func newWorld() State {
	return State{
		People:   map[int64]*Person{},
		Chats:    map[int64]*Chat{},
		Taps:     map[string]*Query{},
		Files:    map[string]*File{},
		Commands: map[string][]wire.Command{},
	}
}
