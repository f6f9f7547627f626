package simulator

import (
	"strings"
	"unicode/utf8"
)

const (
	queryTooOld = "query is too old and response timeout expired or query ID is invalid"
	maxToast    = 200
	maxToasts   = 1000 // kept of one chat
)

// answerCallbackQuery is taken once for each tap, and only for a while after it.
func (s *Server) answerCallbackQuery(q *request) (any, *apiError) {
	t := s.w.Taps[q.text("callback_query_id")]
	if t == nil {
		return nil, bad(queryTooOld)
	}
	if t.Answered {
		if !t.Lost {
			s.watch.complain("tap %s on message %d was answered twice", t.ID, t.Message)
		}
		return nil, bad(queryTooOld)
	}
	if s.now().Sub(t.At) > s.opt.AnswerWithin {
		s.toast(t, Toast{}) // the bot did what it could, though too late: nothing is said, and the waiting ends
		return nil, bad(queryTooOld)
	}
	text := styled{text: q.text("text")}.clean().text
	if utf8.RuneCountInString(text) > maxToast {
		return nil, bad("MESSAGE_TOO_LONG")
	}
	if link := q.text("url"); link != "" && !s.leadsHere(link) {
		return nil, bad("URL_INVALID")
	}
	s.toast(t, Toast{Text: text, Alert: q.boolean("show_alert"), URL: q.text("url")})
	return true, nil
}

// leadsHere tells of a link that opens the bot itself, the only kind that an answer opens where there are no games.
func (s *Server) leadsHere(link string) bool {
	_, rest, ok := strings.Cut(strings.ToLower(link), "://")
	if !ok {
		rest = strings.ToLower(link)
	}
	return strings.HasPrefix(rest, "t.me/"+strings.ToLower(s.me.Username)+"?start=")
}

func (s *Server) toast(t *tap, answer Toast) {
	answer.QueryID, answer.Person, answer.At = t.ID, t.Person, s.now()
	t.Answered, t.Answer = true, answer
	if c := s.w.Chats[t.Chat]; c != nil {
		c.Toasts = append(c.Toasts, answer)
		if len(c.Toasts) > maxToasts {
			c.Toasts = c.Toasts[1:]
		}
	}
	s.emit(event{chat: t.Chat, what: tapAnswered, toast: &answer})
}

// forgive notes that the bot never saw the answer to its call.
func (s *Server) forgive(q *request) {
	if t := s.w.Taps[q.text("callback_query_id")]; t != nil && q.method == "answercallbackquery" {
		t.Lost = true
	}
}
