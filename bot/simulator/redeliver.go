package simulator

import (
	"encoding/json"
	"slices"
)

// Pending is how many updates the bot has not confirmed yet.
func (s *Server) Pending() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.w.Queue.Updates)
}

// Redeliver gives the newest n updates once more under the same ids, confirmed or not, as the real server may. It tells
// how many there were.
func (s *Server) Redeliver(n int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := &s.w.Queue
	n = min(n, len(q.recent))
	for _, u := range q.recent[len(q.recent)-n:] {
		// What still waits would come anyway.
		if !slices.ContainsFunc(q.Updates, func(o update) bool { return o.ID == u.ID }) {
			q.again = append(q.again, u)
		}
	}
	s.endPoll(wakeUp)
	s.touch()
	return n
}

// Repeat gives the newest update again under a new id, as happens when a client sends twice what it thinks was lost.
func (s *Server) Repeat() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := &s.w.Queue
	if len(q.recent) == 0 {
		return false
	}
	last := q.recent[len(q.recent)-1]
	s.pushUpdate(last, json.RawMessage(last.Body))
	return true
}

// ForeignPoll ends the waiting poll as the poll of another program with the same token does. It tells whether one waited.
func (s *Server) ForeignPoll() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.endPoll(foreign)
}
