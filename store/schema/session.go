package schema

import (
	"encoding/json"
	"fmt"
	"time"

	"siip-asn/flow"
)

// sessionHead is what the store keeps beside a session, in the same flat object.
type sessionHead struct {
	Chat flow.AccountID `json:"chat"`
	At   time.Time      `json:"at"`
}

// MarshalJSON writes the chat, the time, and behind them what the session itself writes.
func (s Session) MarshalJSON() ([]byte, error) {
	head, err := json.Marshal(sessionHead{s.Chat, s.At})
	if err != nil {
		return nil, err
	}
	rest, err := s.Session.MarshalJSON()
	if err != nil || len(rest) == len("{}") {
		return head, err
	}
	return append(append(head[:len(head)-1], ','), rest[1:]...), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Session) UnmarshalJSON(text []byte) error {
	var head sessionHead
	if err := json.Unmarshal(text, &head); err != nil {
		return fmt.Errorf("session: %w", err)
	}
	s.Chat, s.At = head.Chat, head.At
	return s.Session.Decode(text, "chat", "at")
}
