package schema

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/post"
)

// DeadLetter is something that could not be read, done or sent. It waits for the operator; nothing else waits for it.
type DeadLetter struct {
	Nomor   uint64         `json:"nomor"`
	At      time.Time      `json:"at"`
	Update  int64          `json:"update,omitempty"` // of what came in
	From    flow.AccountID `json:"from,omitempty"`   // who did it
	Raw     string         `json:"raw,omitempty"`    // as it came in
	Outbox  uint64         `json:"outbox,omitempty"` // of what was to go out
	To      flow.AccountID `json:"to,omitempty"`
	Letter  *post.Outgoing `json:"letter,omitempty"` // what was to go out
	Problem string         `json:"problem"`
}

// Person is whose letter it is: whoever wrote what came in, or to whom it was to go; 0: nobody's.
func (d DeadLetter) Person() flow.AccountID {
	if d.From != 0 {
		return d.From
	}
	return d.To
}
