package simulator

import "time"

// Spare lets everything that waits live d longer: updates that the bot has not fetched, and taps that it has not answered. It
// is for a clock (Options.Now) that was moved ahead by d: nobody has waited that long.
func (s *Server) Spare(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.w.Queue.Updates {
		u := &s.w.Queue.Updates[i]
		u.Expires = u.Expires.Add(d)
	}
	for _, t := range s.w.Taps {
		if !t.Answered {
			t.At = t.At.Add(d)
		}
	}
	s.touch()
}
