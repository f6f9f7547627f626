package simulator

import (
	"slices"
	"strings"
	"time"
)

// FaultKind is a way to fail.
type FaultKind string

// The ways to fail. All but CutAfter and Slow happen instead of the call: it takes no effect.
const (
	TooManyRequests FaultKind = "too_many_requests" // 429 with RetryAfter, for the chat of the call or for its method
	ServerError     FaultKind = "server_error"      // 500, JSON
	BadGateway      FaultKind = "bad_gateway"       // 502, a page of nginx
	Hang            FaultKind = "hang"              // no answer until the client gives up, or the connection is cut after Delay
	CutBefore       FaultKind = "cut_before"        // the connection is cut before the call takes effect
	CutAfter        FaultKind = "cut_after"         // the call takes effect, but its answer is lost
	Slow            FaultKind = "slow"              // the call waits for Delay
)

// Fault makes calls fail.
type Fault struct {
	Kind   FaultKind
	Method string        // "" means any; "file" is the download of a file
	Chat   int64         // 0 means any, and calls without a chat
	Times  int           // how many calls; 0 means until removed
	For    time.Duration // how long; 0 means until removed
	// RetryAfter is in seconds, for TooManyRequests; 0 means 1.
	RetryAfter int
	Delay      time.Duration // for Hang and Slow; of TooManyRequests, how long the call is held before it is refused
}

type activeFault struct {
	Fault
	left  int
	until time.Time
}

// Inject makes calls fail from now on. The function it returns ends that; it may be called at any time.
// Of several faults that fit a call, the one injected first has its turn.
func (s *Server) Inject(f Fault) (remove func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f.RetryAfter = max(f.RetryAfter, 1)
	a := &activeFault{Fault: f, left: f.Times}
	if f.For > 0 {
		a.until = time.Now().Add(f.For)
	}
	s.faults = append(s.faults, a)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.faults = slices.DeleteFunc(s.faults, func(o *activeFault) bool { return o == a })
	}
}

// Heal removes every fault.
func (s *Server) Heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// fateOf finds the fault that a call runs into, and uses it up by one.
func (s *Server) fateOf(q *request) fate {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	s.faults = slices.DeleteFunc(s.faults, func(a *activeFault) bool { return !a.until.IsZero() && now.After(a.until) })
	chat := s.chatOf(q)
	for i, a := range s.faults {
		if !a.covers(q.method, chat) {
			continue
		}
		if a.Times > 0 {
			if a.left--; a.left == 0 {
				s.faults = slices.Delete(s.faults, i, i+1)
			}
		}
		return fate{&a.Fault}
	}
	return fate{}
}

// chatOf is the chat that a call is about: the one it names, or that of the tap it answers; 0 when there is none.
func (s *Server) chatOf(q *request) int64 {
	if t := s.w.Taps[q.text("callback_query_id")]; t != nil {
		return t.Chat
	}
	return leadingInteger(q.text("chat_id"))
}

func (f Fault) covers(method string, chat int64) bool {
	return isMethod(f.Method, method) && (f.Chat == 0 || f.Chat == chat)
}

func isMethod(want, method string) bool { return want == "" || strings.EqualFold(want, method) }
