package world

import (
	"slices"
	"strconv"
	"time"

	"siip-asn/bot/simulator/wire"
)

// MaxTaps is how many taps are kept.
const MaxTaps = 10_000

// Query is a press of an inline button, which the bot has to answer once.
type Query struct {
	ID        string    `json:"id"`
	Person    int64     `json:"person"`
	Chat      int64     `json:"chat"`
	Message   int64     `json:"message"`
	Data      string    `json:"data"`
	At        time.Time `json:"at"`
	Delivered bool      `json:"delivered,omitempty"`
	Answered  bool      `json:"answered,omitempty"`
	Answer    Toast     `json:"answer"`
	// Lost tells that the bot never got the reply to its answer, so that the onlooker does not complain when it answers again.
	Lost bool `json:"lost,omitempty"`
}

// Tap is a press of an inline button.
type Tap struct {
	QueryID   string `json:"query_id"`
	From      int64  `json:"from"`
	Chat      int64  `json:"chat_id"`
	MessageID int64  `json:"message_id"`
	Data      string `json:"data"`
}

// Toast is the answer to a tap, as the person sees it; with an empty Text it only ends the waiting.
type Toast struct {
	QueryID string    `json:"query_id"`
	Person  int64     `json:"person"`
	Text    string    `json:"text"`
	Alert   bool      `json:"alert"`
	URL     string    `json:"url,omitempty"`
	At      time.Time `json:"at"`
}

// CallbackQuery is the update of a tap.
type CallbackQuery struct {
	ID           string     `json:"id"`
	From         *wire.User `json:"from"`
	Message      any        `json:"message"`
	ChatInstance string     `json:"chat_instance"`
	Data         string     `json:"data"`
}

// Inaccessible stands for a message that is gone.
type Inaccessible struct {
	ID   int64     `json:"message_id"`
	Chat wire.Chat `json:"chat"`
	Date int64     `json:"date"` // always 0
}

// BigID draws an id as the real server gives to queries.
func BigID(s *World) string { return strconv.FormatInt(s.Rng.Int64(), 10) }

// KeepTap keeps a tap; the oldest go first.
func KeepTap(s *World, t *Query) {
	s.State.Taps[t.ID] = t
	s.State.TapOrder = append(s.State.TapOrder, t.ID)
	if len(s.State.TapOrder) > MaxTaps {
		for _, id := range s.State.TapOrder[:MaxTaps/10] {
			delete(s.State.Taps, id)
		}
		s.State.TapOrder = slices.Clone(s.State.TapOrder[MaxTaps/10:])
	}
}

// Unanswered lists the taps that the bot has not answered: those it was given, and those it can still fetch.
func (s *World) Unanswered() []Tap {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	return s.OpenTaps(func(t *Query) bool { return t.Delivered || Waits(s, t) })
}

// Waits tells whether a tap is so young that the bot can still fetch it.
func Waits(s *World, t *Query) bool { return s.Now().Sub(t.At) < CallbackLife }

// OpenTaps lists the taps of a kind that are not answered, oldest first.
func (s *World) OpenTaps(of func(*Query) bool) []Tap {
	out := []Tap{}
	for _, id := range s.State.TapOrder {
		if t := s.State.Taps[id]; !t.Answered && of(t) {
			out = append(out, Tap{t.ID, t.Person, t.Chat, t.Message, t.Data})
		}
	}
	return out
}
