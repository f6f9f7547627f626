package simulator

import (
	"context"
	"time"
)

// evictionGrace is how long an ended poll waits before it complains: its client may just have been restarted, and
// then nobody reads the answer.
const evictionGrace = 50 * time.Millisecond

const secondPoll = "terminated by other getUpdates request; make sure that only one bot instance is running"

// pollHistory is what the real server remembers of polls, to slow down the hasty ones.
type pollHistory struct {
	offset   int64
	started  time.Time
	conflict time.Time // until then a conflict is answered late
}

// slowDown holds back who asks the same again within three seconds.
func (h *pollHistory) slowDown(offset int64, limit int, timeout time.Duration) (int, time.Duration) {
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

// conflictOf answers an ended poll. The real server answers a second conflict within three seconds three seconds late.
func (s *Server) conflictOf(q *request, v verdict) *apiError {
	if v == evicted && !s.rest(q.ctx, evictionGrace) {
		return conflict(secondPoll)
	}
	s.mu.Lock()
	if v == evicted {
		s.watch.complain("getUpdates was called while another getUpdates waited")
	}
	late := time.Now().Before(s.polls.conflict)
	if !late {
		s.polls.conflict = time.Now().Add(3 * time.Second)
	}
	s.mu.Unlock()
	if late {
		s.rest(q.ctx, 3*time.Second)
	}
	return conflict(secondPoll)
}

// rest waits and tells whether the client is still there. It is called without the lock.
func (s *Server) rest(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
	case <-s.closed:
	}
	return false
}
