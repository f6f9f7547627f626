package onlooker

import (
	"slices"
	"time"
)

// MaxCalls is how many calls are kept.
const MaxCalls = 4096

// Call is one request of the bot. Status is 0 while it is under way, and stays so when the connection was cut.
type Call struct {
	Method      string            `json:"method"`
	Params      map[string]string `json:"params"`
	Files       map[string]int    `json:"files,omitempty"` // sizes in bytes
	At          time.Time         `json:"at"`
	Done        time.Time         `json:"done"`
	Status      int               `json:"status"`
	Description string            `json:"description,omitempty"` // of a refusal
}

// CallLog is a ring of the newest calls.
type CallLog struct {
	Ring  []*Call
	total int
}

// Add keeps a call; the oldest go first.
func (l *CallLog) Add(c *Call) {
	l.total++
	if len(l.Ring) >= MaxCalls {
		l.Ring = slices.Delete(l.Ring, 0, MaxCalls/8)
	}
	l.Ring = append(l.Ring, c)
}
