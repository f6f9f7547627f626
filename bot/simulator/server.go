package simulator

import (
	"errors"
	"math/rand/v2"
	"sync"
	"time"
)

// ErrClosed is what waiting ends with when the server is closed.
var ErrClosed = errors.New("simulator: closed")

// Server is the simulated Bot API: an http.Handler for the bot, and the world of people and chats behind it.
type Server struct {
	opt   Options
	me    User
	sizes sizes

	mu    sync.Mutex
	w     world
	rng   *rand.Rand
	blobs blobs

	handles map[int64]*Person
	poll    *waiter
	polls   pollHistory
	calls   callLog
	faults  []*activeFault
	down    bool
	limiter limiter
	watch   onlooker
	news    news

	change chan struct{} // closed and replaced at every change
	closed chan struct{}
	once   sync.Once
	file   *saver
}

// New makes an empty server that forgets everything at its end. See Open for one that does not.
func New(o Options) *Server {
	o = o.withDefaults()
	s := &Server{
		opt:     o,
		me:      o.bot(),
		sizes:   realSizes,
		w:       newWorld(),
		rng:     rand.New(rand.NewPCG(o.Seed, 0)),
		handles: map[int64]*Person{},
		change:  make(chan struct{}),
		closed:  make(chan struct{}),
	}
	s.blobs = blobs{limit: o.FileBytes}
	s.news.epoch = epoch()
	return s
}

// Close ends every waiting request, as a server does that restarts, and saves the state if there is a file for it.
// It may be called more than once.
func (s *Server) Close() error {
	s.once.Do(func() { close(s.closed) })
	if s.file == nil {
		return nil
	}
	return s.file.wait()
}

func (s *Server) isClosed() bool {
	select {
	case <-s.closed:
		return true
	default:
		return false
	}
}

// Token is what the bot must use.
func (s *Server) Token() string { return s.opt.Token }

// Bot is the bot as people see it.
func (s *Server) Bot() User { return s.me }

func (s *Server) now() time.Time { return s.opt.Now() }

// touch is called after every change that a restart must not undo.
func (s *Server) touch() {
	s.wake()
	if s.file != nil {
		s.file.later()
	}
}

// wake lets everybody look again who waits for something.
func (s *Server) wake() {
	close(s.change)
	s.change = make(chan struct{})
}
