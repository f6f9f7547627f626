package world

import (
	"encoding/json"
	"slices"
)

// Pending is how many updates the bot has not confirmed yet.
func (s *World) Pending() int {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	return len(s.State.Queue.Updates)
}

// Redeliver gives the newest n updates once more under the same ids, confirmed or not, as the real server may. It tells
// how many there were.
func (s *World) Redeliver(n int) int {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	q := &s.State.Queue
	n = min(n, len(q.Recent))
	for _, u := range q.Recent[len(q.Recent)-n:] {
		// What still waits would come anyway.
		if !slices.ContainsFunc(q.Updates, func(o Update) bool { return o.ID == u.ID }) {
			q.again = append(q.again, u)
		}
	}
	s.endPoll(WakeUp)
	s.Touch()
	return n
}

// Repeat gives the newest update again under a new id, as happens when a client sends twice what it thinks was lost.
func (s *World) Repeat() bool {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	q := &s.State.Queue
	if len(q.Recent) == 0 {
		return false
	}
	last := q.Recent[len(q.Recent)-1]
	s.PushUpdate(last, json.RawMessage(last.Body))
	return true
}

// ForeignPoll ends the waiting poll as the poll of another program with the same token does. It tells whether one waited.
func (s *World) ForeignPoll() bool {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	return s.endPoll(Foreign)
}
