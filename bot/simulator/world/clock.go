package world

import (
	"time"
)

// Spare lets everything that waits live d longer: updates that the bot has not fetched, and taps that it has not answered. It
// is for a clock (Options.Now) that was moved ahead by d: nobody has waited that long.
func (s *World) Spare(d time.Duration) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	for i := range s.State.Queue.Updates {
		u := &s.State.Queue.Updates[i]
		u.Expires = u.Expires.Add(d)
	}
	for _, t := range s.State.Taps {
		if !t.Answered {
			t.At = t.At.Add(d)
		}
	}
	s.Touch()
}
