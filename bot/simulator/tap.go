package simulator

import (
	"slices"
	"strconv"
	"time"
)

const maxTaps = 10_000

// tap is a press of an inline button, which the bot has to answer once.
type tap struct {
	ID        string    `json:"id"`
	Person    int64     `json:"person"`
	Chat      int64     `json:"chat"`
	Message   int64     `json:"message"`
	Data      string    `json:"data"`
	At        time.Time `json:"at"`
	Delivered bool      `json:"delivered,omitempty"`
	Answered  bool      `json:"answered,omitempty"`
	Answer    Toast     `json:"answer"`
	// Lost tells that the bot never saw that its answer was taken, so that answering again is no sin.
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

// callbackQuery is the update of a tap.
type callbackQuery struct {
	ID           string `json:"id"`
	From         *User  `json:"from"`
	Message      any    `json:"message"`
	ChatInstance string `json:"chat_instance"`
	Data         string `json:"data"`
}

// inaccessible stands for a message that is gone.
type inaccessible struct {
	ID   int64 `json:"message_id"`
	Chat Chat  `json:"chat"`
	Date int64 `json:"date"` // always 0
}

// tapped lets the bot know of a tap, and gives its query id.
func (s *Server) tapped(c *chat, person, message int64, data string) string {
	t := &tap{ID: s.bigID(), Person: person, Chat: c.ID, Message: message, Data: data, At: s.now()}
	s.keepTap(t)
	s.limiter.hears(c.ID)
	query := callbackQuery{ID: t.ID, From: s.user(person), ChatInstance: c.Instance, Data: data}
	query.Message = inaccessible{ID: message, Chat: s.wire(c)}
	if m := c.message(message); m != nil {
		query.Message = m.wire()
	}
	u := update{Kind: "callback_query", Expires: s.now().Add(callbackLife), Tap: t.ID}
	s.pushUpdate(u, query)
	return t.ID
}

func (s *Server) bigID() string { return strconv.FormatInt(s.rng.Int64(), 10) }

func (s *Server) keepTap(t *tap) {
	s.w.Taps[t.ID] = t
	s.w.TapOrder = append(s.w.TapOrder, t.ID)
	if len(s.w.TapOrder) > maxTaps {
		for _, id := range s.w.TapOrder[:maxTaps/10] {
			delete(s.w.Taps, id)
		}
		s.w.TapOrder = slices.Clone(s.w.TapOrder[maxTaps/10:])
	}
}

// Unanswered lists the taps that the bot has not answered: those it was given, and those it can still fetch.
func (s *Server) Unanswered() []Tap {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.openTaps(func(t *tap) bool { return t.Delivered || s.waits(t) })
}

// waits tells whether a tap is so young that the bot can still fetch it.
func (s *Server) waits(t *tap) bool { return s.now().Sub(t.At) < callbackLife }

// openTaps lists the taps of a kind that are not answered, oldest first.
func (s *Server) openTaps(of func(*tap) bool) []Tap {
	out := []Tap{}
	for _, id := range s.w.TapOrder {
		if t := s.w.Taps[id]; !t.Answered && of(t) {
			out = append(out, Tap{t.ID, t.Person, t.Chat, t.Message, t.Data})
		}
	}
	return out
}
