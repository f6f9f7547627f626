package world

import (
	"time"
)

// Waiter is a poll that waits for updates.
type Waiter struct{ End chan Verdict }

// Verdict is why a waiting poll ends.
type Verdict int

const (
	WakeUp  Verdict = iota // there is something to give
	Evicted                // another poll came
	Foreign                // a poll that is not this bot's came, see ForeignPoll
	Severed                // the network went down
)

// Queue registers a poll and ends the one that waited before.
func (s *World) Queue() *Waiter {
	s.endPoll(Evicted)
	s.Poll = &Waiter{End: make(chan Verdict, 1)}
	s.Wake()
	return s.Poll
}

// Polling tells whether the bot waits for updates at this moment.
func (s *World) Polling() bool {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	return s.Poll != nil
}

// endPoll ends the waiting poll, if there is one.
func (s *World) endPoll(v Verdict) bool {
	if s.Poll == nil {
		return false
	}
	s.Poll.End <- v
	s.Poll = nil
	return true
}

// PollHistory is what the real server remembers of polls, to slow down the hasty ones.
type PollHistory struct {
	offset   int64
	started  time.Time
	Conflict time.Time // until then a conflict is answered late
}

// SlowDown holds back who asks the same again within three seconds.
func (h *PollHistory) SlowDown(offset int64, limit int, timeout time.Duration) (int, time.Duration) {
	const patience = 3 * time.Second
	since := time.Since(h.started)
	if same := offset == h.offset && !h.started.IsZero(); same && since < patience {
		timeout = max(timeout, patience)
		if since < patience/6 {
			limit = 1
		}
	}
	h.offset, h.started = offset, time.Now()
	return limit, timeout
}
