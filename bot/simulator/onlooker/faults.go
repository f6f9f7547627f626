package onlooker

import (
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

// ActiveFault is a fault that is at work: how often and until when it still is.
type ActiveFault struct {
	Fault
	Left  int
	Until time.Time
}

// Covers tells whether a call runs into the fault.
func (f Fault) Covers(method string, chat int64) bool {
	return isMethod(f.Method, method) && (f.Chat == 0 || f.Chat == chat)
}

func isMethod(want, method string) bool { return want == "" || strings.EqualFold(want, method) }
