package scheduler

import (
	"strconv"
	"strings"
	"time"

	"siip-asn/flow"
)

// Scope is what a 429 holds up: a chat, a method that names no chat, all news, or everything that goes into a chat. Its text
// is kept for the next process.
type Scope string

// The scopes that are no chat and no method.
const (
	AllScope  Scope = "all"
	NewsScope Scope = "news"
	// AnswerScope and MenuScope are methods by which a class is held up.
	AnswerScope = methodPrefix + "answerCallbackQuery"
	MenuScope   = methodPrefix + "setMyCommands"
)

const (
	chatPrefix   Scope = "chat/"
	methodPrefix Scope = "method/"
)

// ChatScope holds up one chat.
func ChatScope(id flow.AccountID) Scope { return chatPrefix + Scope(strconv.FormatInt(int64(id), 10)) }

// MethodScope holds up one method.
func MethodScope(method string) Scope { return methodPrefix + Scope(method) }

// Longest is how long a 429 is believed, by its scope; 0 for what is no scope. The more a scope holds up the shorter: if the server
// meant it, the next call gets another 429, and if it did not, the bot is not silent for a day.
func (s Scope) Longest() time.Duration {
	switch {
	case strings.HasPrefix(string(s), string(chatPrefix)):
		return 24 * time.Hour
	case strings.HasPrefix(string(s), string(methodPrefix)):
		return time.Hour
	case s == AllScope, s == NewsScope:
		return 10 * time.Minute
	default:
		return 0
	}
}

// Hold is a pause that the server has asked for.
type Hold struct {
	Scope Scope
	For   time.Duration
}

// slack is added to retry_after: the clocks of the two sides do not agree to the millisecond.
const slack = 50 * time.Millisecond

// Hold lets a scope wait. It is used for what an earlier process was told. A shorter hold does not cut a longer one short.
func (s *Scheduler) Hold(h Hold, now time.Time) {
	until := now.Add(min(h.For, h.Scope.Longest()))
	if id, is := strings.CutPrefix(string(h.Scope), string(chatPrefix)); is {
		if n, err := strconv.ParseInt(id, 10, 64); err == nil {
			c := s.chat(flow.AccountID(n), now)
			c.until = latest(c.until, until)
		}
		return
	}
	s.holds[h.Scope] = latest(s.holds[h.Scope], until)
}

// Release forgets what the server has asked for, when the operator says so.
func (s *Scheduler) Release(now time.Time) {
	s.holds = map[Scope]time.Time{}
	s.floods = nil
	for _, c := range s.chats {
		c.until = time.Time{}
		s.place(&c.messages, now)
		s.place(&c.files, now)
	}
}

// held is for how much longer a scope has to wait.
func (s *Scheduler) held(scope Scope, now time.Time) time.Duration {
	if until, any := s.holds[scope]; any {
		return until.Sub(now)
	}
	return 0
}

// Method is for how much longer a method that names no chat has to wait.
func (s *Scheduler) Method(method string, now time.Time) time.Duration {
	return max(0, s.held(MethodScope(method), now))
}

// flood is a 429 of one chat.
type flood struct {
	chat flow.AccountID
	at   time.Time
	wait time.Duration
	news bool
}

const (
	several     = 3                // chats that meet a 429 within floodWindow concern everybody
	floodWindow = 10 * time.Second // longer than a call is held before it is refused
)

// MethodTooMany notes a 429 of a method that puts nothing into a chat.
func (s *Scheduler) MethodTooMany(method string, wait time.Duration, now time.Time) []Hold {
	h := Hold{MethodScope(method), max(wait, time.Second) + slack}
	s.Hold(h, now)
	return []Hold{h}
}

// TooMany notes a 429 of a call into the chat of a permit, and returns the holds to be kept for the next process. Telegram does not
// say whether it means the chat or the bot. So one 429 holds its chat; when several chats have met one within floodWindow, it is
// the bot, and all news, or everything, waits for the shortest of their times, each of the chats for its own.
func (s *Scheduler) TooMany(p Permit, wait time.Duration, now time.Time) []Hold {
	c := p.line.chat
	h := Hold{ChatScope(c.id), max(wait, time.Second) + slack}
	s.Hold(h, now)
	s.note(flood{c.id, now, h.For, p.Class == Notice}, now)
	if !s.isFlood() {
		return []Hold{h}
	}
	all := s.flooded(now)
	s.Hold(all, now)
	s.floods = nil
	return []Hold{h, all}
}

func (s *Scheduler) note(f flood, now time.Time) {
	kept := s.floods[:0]
	for _, old := range s.floods {
		if now.Sub(old.at) < floodWindow && old.chat != f.chat {
			kept = append(kept, old)
		}
	}
	s.floods = append(kept, f)
}

func (s *Scheduler) isFlood() bool { return len(s.floods) >= several }

// flooded halves the ceilings that were too high and returns the hold for all: news only, when only news has met a 429.
func (s *Scheduler) flooded(now time.Time) Hold {
	scope, wait := NewsScope, s.floods[0].wait
	for _, f := range s.floods {
		wait = min(wait, f.wait)
		if !f.news {
			scope = AllScope
		}
	}
	s.notices.halve(now)
	if scope == AllScope {
		s.replies.halve(now)
	}
	return Hold{scope, wait}
}

func (s *Scheduler) forgetHolds(now time.Time) {
	for scope, until := range s.holds {
		if !until.After(now) {
			delete(s.holds, scope)
		}
	}
}
