package simulator

import (
	"maps"
	"time"
)

// Sight is something that appears before a person: a message, or the answer to a tap.
type Sight struct {
	Chat    int64
	Message *Message // nil for the answer to a tap
	Changed bool     // the message stood there before, and has changed
	Toast   *Toast   // nil for a message
}

// show tells Options.Seen of an event, if it is one that a person sees.
func (s *Server) show(e event) {
	switch {
	case s.opt.Seen == nil:
	case e.what == messageAdded, e.what == messageEdited:
		s.opt.Seen(Sight{Chat: e.chat, Message: e.message, Changed: e.what == messageEdited})
	case e.what == tapAnswered:
		s.opt.Seen(Sight{Chat: e.chat, Toast: e.toast})
	}
}

// unnoted is how long before its death a process may have made a call whose answer it has not kept.
const unnoted = 2 * time.Second

// BotKilled tells, once the next process is about to start, when the one before it was killed: that its successor does again
// what was answered last is no sin. A call that was on its way then may have come in a little later.
func (s *Server) BotKilled(at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range s.w.Taps {
		if t.Answered && at.Sub(t.Answer.At) < unnoted {
			t.Lost = true
		}
	}
	maps.DeleteFunc(s.watch.shut, func(_ int64, since time.Time) bool { return at.Sub(since) < unnoted })
}
