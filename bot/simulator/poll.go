package simulator

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// getUpdates waits without the lock, therefore it is called without.
func getUpdates(s *world.World, q *request) (any, *wire.APIError) {
	s.Mu.Lock()
	offset := q.Integer("offset", 0, -1<<31, 1<<31-1)
	limit := int(q.Integer("limit", 100, 1, 100))
	timeout := time.Duration(q.Integer("timeout", 0, 0, 50)) * time.Second
	allow(s, q.Text("allowed_updates"))
	limit, timeout = s.Polls.SlowDown(offset, limit, timeout)
	out := takeUpdates(s, offset, limit)
	if len(out) > 0 || timeout == 0 {
		s.Mu.Unlock()
		return out, nil
	}
	me := s.Queue()
	s.Mu.Unlock()
	return sleepPoll(s, q, me, offset, limit, timeout)
}

func takeUpdates(s *world.World, offset int64, limit int) []json.RawMessage {
	news := s.State.Queue.Confirm(offset, s.Now())
	out := []json.RawMessage{}
	for _, u := range s.State.Queue.Take(limit) {
		if t := s.State.Taps[u.Tap]; t != nil {
			t.Delivered = true
		}
		out = append(out, u.Wire())
	}
	if news || len(out) > 0 {
		s.Touch()
	}
	return out
}

func sleepPoll(s *world.World, q *request, me *world.Waiter, offset int64, limit int, timeout time.Duration) (any, *wire.APIError) {
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	v := world.WakeUp
	select {
	case v = <-me.End:
	case <-timer.C:
	case <-q.ctx.Done():
	case <-s.Closed:
		return nil, wire.Restarting()
	}
	switch v {
	case world.Severed:
		hangUp(s, q)
	case world.Evicted, world.Foreign:
		return nil, conflictOf(s, q, v)
	}
	s.Mu.Lock()
	defer s.Mu.Unlock()
	if s.Poll == me {
		s.Poll = nil
	}
	if q.ctx.Err() != nil {
		return nil, wire.Restarting() // nobody is there to take anything
	}
	return takeUpdates(s, offset, limit), nil
}

// evictionGrace is how long an ended poll waits before it complains: its client may just have been restarted, and
// then nobody reads the answer.
const evictionGrace = 50 * time.Millisecond

const secondPoll = "terminated by other getUpdates request; make sure that only one bot instance is running"

// conflictOf answers an ended poll. The real server answers a second conflict within three seconds three seconds late.
func conflictOf(s *world.World, q *request, v world.Verdict) *wire.APIError {
	if v == world.Evicted && !rest(s, q.ctx, evictionGrace) {
		return wire.Conflict(secondPoll)
	}
	s.Mu.Lock()
	if v == world.Evicted {
		s.Watch.Complain("getUpdates was called while another getUpdates waited")
	}
	late := time.Now().Before(s.Polls.Conflict)
	if !late {
		s.Polls.Conflict = time.Now().Add(3 * time.Second)
	}
	s.Mu.Unlock()
	if late {
		rest(s, q.ctx, 3*time.Second)
	}
	return wire.Conflict(secondPoll)
}

// rest waits and tells whether the client is still there. It is called without the lock.
func rest(s *world.World, ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
	case <-s.Closed:
	}
	return false
}

// allow takes what allowed_updates asks for. It stays until another list comes; what is no list, null among it, changes
// nothing; a list without any known name means the usual kinds.
func allow(s *world.World, raw string) {
	var names []string
	if json.Unmarshal([]byte(raw), &names) != nil || !strings.HasPrefix(strings.TrimSpace(raw), "[") {
		return
	}
	s.State.Allowed = nil
	for _, name := range names {
		if name = strings.ToLower(name); slices.Contains(world.UpdateKinds, name) {
			s.State.Allowed = append(s.State.Allowed, name)
		}
	}
}
