package simulator

import (
	"encoding/json"
	"time"
)

// waiter is a poll that waits for updates.
type waiter struct{ end chan verdict }

type verdict int

const (
	wakeUp  verdict = iota // there is something to give
	evicted                // another poll came
	foreign                // a poll that is not this bot's came, see ForeignPoll
	severed                // the network went down
)

// getUpdates waits without the lock, therefore it is called without.
func (s *Server) getUpdates(q *request) (any, *apiError) {
	s.mu.Lock()
	offset := q.integer("offset", 0, -1<<31, 1<<31-1)
	limit := int(q.integer("limit", 100, 1, 100))
	timeout := time.Duration(q.integer("timeout", 0, 0, 50)) * time.Second
	s.allow(q.text("allowed_updates"))
	limit, timeout = s.polls.slowDown(offset, limit, timeout)
	out := s.takeUpdates(offset, limit)
	if len(out) > 0 || timeout == 0 {
		s.mu.Unlock()
		return out, nil
	}
	me := s.wait()
	s.mu.Unlock()
	return s.sleepPoll(q, me, offset, limit, timeout)
}

func (s *Server) takeUpdates(offset int64, limit int) []json.RawMessage {
	news := s.w.Queue.confirm(offset, s.now())
	out := []json.RawMessage{}
	for _, u := range s.w.Queue.take(limit) {
		if t := s.w.Taps[u.Tap]; t != nil {
			t.Delivered = true
		}
		out = append(out, u.wire())
	}
	if news || len(out) > 0 {
		s.touch()
	}
	return out
}

// wait registers a poll and ends the one that waited before.
func (s *Server) wait() *waiter {
	s.endPoll(evicted)
	s.poll = &waiter{end: make(chan verdict, 1)}
	s.wake()
	return s.poll
}

// Polling tells whether the bot waits for updates at this moment.
func (s *Server) Polling() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.poll != nil
}

// endPoll ends the waiting poll, if there is one.
func (s *Server) endPoll(v verdict) bool {
	if s.poll == nil {
		return false
	}
	s.poll.end <- v
	s.poll = nil
	return true
}

func (s *Server) sleepPoll(q *request, me *waiter, offset int64, limit int, timeout time.Duration) (any, *apiError) {
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	v := wakeUp
	select {
	case v = <-me.end:
	case <-timer.C:
	case <-q.ctx.Done():
	case <-s.closed:
		return nil, restarting()
	}
	switch v {
	case severed:
		s.hangUp(q)
	case evicted, foreign:
		return nil, s.conflictOf(q, v)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.poll == me {
		s.poll = nil
	}
	if q.ctx.Err() != nil {
		return nil, restarting() // nobody is there to take anything
	}
	return s.takeUpdates(offset, limit), nil
}
