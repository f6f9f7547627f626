package world

import (
	"maps"
	"time"
)

// unnoted is how long before its death a process may have made a call whose answer it has not kept.
const unnoted = 2 * time.Second

// BotKilled tells the onlooker when a process of the bot was killed; it is called before the next one starts. What was answered
// within unnoted before may not have been kept, and its successor may do it again, which is no complaint then.
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
