package simulator

import (
	"strings"
	"unicode/utf8"

	"siip-asn/bot/simulator/text"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

const (
	queryTooOld = "query is too old and response timeout expired or query ID is invalid"
	maxToast    = 200
	maxToasts   = 1000 // kept of one chat
)

// answerCallbackQuery is taken once for each tap, and only for a while after it.
func answerCallbackQuery(s *world.World, q *request) (any, *wire.APIError) {
	t := s.State.Taps[q.Text("callback_query_id")]
	if t == nil {
		return nil, wire.Bad(queryTooOld)
	}
	if t.Answered {
		if !t.Lost {
			s.Watch.Complain("tap %s on message %d was answered twice", t.ID, t.Message)
		}
		return nil, wire.Bad(queryTooOld)
	}
	if s.Now().Sub(t.At) > s.Opt.AnswerWithin {
		toast(s, t, world.Toast{}) // the bot did what it could, though too late: nothing is said, and the waiting ends
		return nil, wire.Bad(queryTooOld)
	}
	text := text.Styled{Text: q.Text("text")}.Clean().Text
	if utf8.RuneCountInString(text) > maxToast {
		return nil, wire.Bad("MESSAGE_TOO_LONG")
	}
	if link := q.Text("url"); link != "" && !leadsHere(s, link) {
		return nil, wire.Bad("URL_INVALID")
	}
	toast(s, t, world.Toast{Text: text, Alert: q.Boolean("show_alert"), URL: q.Text("url")})
	return true, nil
}

// leadsHere tells of a link that opens the bot itself, the only kind that an answer opens where there are no games.
func leadsHere(s *world.World, link string) bool {
	_, rest, ok := strings.Cut(strings.ToLower(link), "://")
	if !ok {
		rest = strings.ToLower(link)
	}
	return strings.HasPrefix(rest, "t.me/"+strings.ToLower(s.Me.Username)+"?start=")
}

func toast(s *world.World, t *world.Query, answer world.Toast) {
	answer.QueryID, answer.Person, answer.At = t.ID, t.Person, s.Now()
	t.Answered, t.Answer = true, answer
	if c := s.State.Chats[t.Chat]; c != nil {
		c.Toasts = append(c.Toasts, answer)
		if len(c.Toasts) > maxToasts {
			c.Toasts = c.Toasts[1:]
		}
	}
	s.Emit(world.Event{Chat: t.Chat, What: world.TapAnswered, Toast: &answer})
}

// forgive notes that the bot never saw the answer to its call.
func forgive(s *world.World, q *request) {
	if t := s.State.Taps[q.Text("callback_query_id")]; t != nil && q.method == "answercallbackquery" {
		t.Lost = true
	}
}
