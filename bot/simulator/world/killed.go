package world

import (
	"maps"
	"time"
)

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
