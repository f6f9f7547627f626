package world

import (
	"maps"
	"time"

	"siip-asn/bot/simulator/wire"
)

// Sight is something that appears before a person: a message, or the answer to a tap.
type Sight struct {
	Chat    int64
	Message *wire.Message // nil for the answer to a tap
	Changed bool          // the message stood there before, and has changed
	Toast   *Toast        // nil for a message
}

// tellSeen tells Options.Seen of an event, if it is one that a person sees.
func tellSeen(s *World, e Event) {
	switch {
	case s.Opt.Seen == nil:
	case e.What == MessageAdded, e.What == MessageEdited:
		s.Opt.Seen(Sight{Chat: e.Chat, Message: e.Message, Changed: e.What == MessageEdited})
	case e.What == TapAnswered:
		s.Opt.Seen(Sight{Chat: e.Chat, Toast: e.Toast})
	}
}

// unnoted is how long before its death a process may have made a call whose answer it has not kept.
const unnoted = 2 * time.Second

// BotKilled tells, once the next process is about to start, when the one before it was killed: that its successor does again
// what was answered last is no sin. A call that was on its way then may have come in a little later.
func (s *World) BotKilled(at time.Time) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	for _, t := range s.State.Taps {
		if t.Answered && at.Sub(t.Answer.At) < unnoted {
			t.Lost = true
		}
	}
	maps.DeleteFunc(s.Watch.Shut, func(_ int64, since time.Time) bool { return at.Sub(since) < unnoted })
}
