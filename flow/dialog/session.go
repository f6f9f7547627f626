package dialog

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"siip-asn/flow/dialog/ui"
)

// Session is where one person is in the conversation. It is saved after every step, so a restart, a new phone or three
// days change nothing. The zero value is the menu.
//
// Besides the place it holds what the conversations keep for themselves, each under the key of its State, as the bytes
// that were read from the store: a step decodes only what it looks at, and writes back unchanged what it does not touch.
// Nobody but the State of a key reads or writes there.
type Session struct {
	Place PlaceName // where the person is
	Slot  ui.Slot   // where the screen of the place stands; empty: the dialog
	Versi uint64    // one more with every screen of a place; its buttons carry it
	Since time.Time // when the place asked: what is typed a day later is no answer

	kept []kept // sorted by key; shared between copies, so it is never changed in place
}

// kept is the state of one conversation as it is stored.
type kept struct {
	key string
	raw json.RawMessage
}

// PlaceName names a place of a conversation, "form/manual". The zero name is the menu.
type PlaceName string

// Home is the menu.
const Home PlaceName = ""

// AnswerTime is how long a question waits for what is typed.
const AnswerTime = 24 * time.Hour

// Expired tells whether the question of the place is too old to take a typed text as its answer.
func (s Session) Expired(now time.Time) bool {
	return !s.Since.IsZero() && now.Sub(s.Since) > AnswerTime
}

// StateOf is the stored state under the key; nil when there is none. It is for the State of that key only.
func (s Session) StateOf(key string) json.RawMessage {
	if i, found := s.find(key); found {
		return s.kept[i].raw
	}
	return nil
}

// WithState is the session with other bytes under the key; nil takes the key away. It is for the State of that key only.
func (s Session) WithState(key string, raw json.RawMessage) Session {
	i, found := s.find(key)
	s.kept = slices.Clone(s.kept)
	switch {
	case found && raw == nil:
		s.kept = slices.Delete(s.kept, i, i+1)
	case found:
		s.kept[i].raw = raw
	case raw != nil:
		s.kept = slices.Insert(s.kept, i, kept{key, raw})
	}
	return s
}

func (s Session) find(key string) (int, bool) {
	return slices.BinarySearchFunc(s.kept, key, func(k kept, key string) int { return strings.Compare(k.key, key) })
}

// head is the part of a session that is the engine's.
type head struct {
	Place PlaceName `json:"place,omitempty"`
	Slot  ui.Slot   `json:"slot,omitempty"`
	Versi uint64    `json:"versi,omitempty"`
	Since time.Time `json:"since,omitzero"`
}

// headKeys are the keys of head: no State may use one of them.
var headKeys = []string{"place", "slot", "versi", "since"}

// MarshalJSON writes one flat object: the place, and the state of each conversation under its key.
func (s Session) MarshalJSON() ([]byte, error) {
	text, err := json.Marshal(head{s.Place, s.Slot, s.Versi, s.Since})
	if err != nil || len(s.kept) == 0 {
		return text, err
	}
	b := text[:len(text)-1]
	for i, k := range s.kept {
		if i > 0 || len(text) > len("{}") {
			b = append(b, ',')
		}
		b = append(strconv.AppendQuote(b, k.key), ':')
		b = append(b, k.raw...)
	}
	return append(b, '}'), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Session) UnmarshalJSON(text []byte) error { return s.Decode(text) }

// Decode reads a session out of an object that may hold keys of somebody else beside it: those are left out.
func (s *Session) Decode(text []byte, others ...string) error {
	var h head
	if err := json.Unmarshal(text, &h); err != nil {
		return fmt.Errorf("session: %w", err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(text, &all); err != nil {
		return fmt.Errorf("session: %w", err)
	}
	*s = Session{Place: h.Place, Slot: h.Slot, Versi: h.Versi, Since: h.Since}
	for key, raw := range all {
		if !slices.Contains(headKeys, key) && !slices.Contains(others, key) {
			s.kept = append(s.kept, kept{key, raw})
		}
	}
	slices.SortFunc(s.kept, func(a, b kept) int { return strings.Compare(a.key, b.key) })
	return nil
}
