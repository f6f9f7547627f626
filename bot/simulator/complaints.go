package simulator

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

const (
	maxComplaints = 1000
	// underWay forgives calls that had left the bot before a 429 reached it.
	underWay = 250 * time.Millisecond
	// hastyPolls is how many failing polls a second are too many.
	hastyPolls = 5
)

// onlooker remembers what a careful observer outside would reproach the bot with. Nothing of it is ever refused.
type onlooker struct {
	list   []string
	pauses []pause
	sent   []time.Time         // messages of the last second
	polls  []time.Time         // failing polls of the last second
	chats  limiter             // messages of each chat
	shut   map[int64]time.Time // chats that took nothing, since when
}

// pause is what a 429 asked for.
type pause struct {
	from, until time.Time
	covers      func(method string, chat int64) bool
}

// Complaints lists what the bot did that it should not, oldest first: an answer to a tap that was answered, a call
// before the retry_after of a 429 had passed, too many messages a second, over all chats or in one, a message for somebody who has
// blocked the bot and not come back, a poll while another waited, failing polls in a hot loop, more entities than a message can
// have, and with Options.Strict also parameters and fields that the official list does not know.
func (s *Server) Complaints() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.watch.list)
}

func (o *onlooker) complain(format string, args ...any) {
	if len(o.list) < maxComplaints {
		o.list = append(o.list, fmt.Sprintf(format, args...))
	}
}

// observe looks at a call as it arrives.
func (s *Server) observe(q *request) {
	m, known := methods[q.method]
	if !known {
		return
	}
	chat := s.chatOf(q)
	s.watch.tooEarly(m.name, chat)
	if m.sends {
		s.watch.tooMuch(s.opt.MessagesPerSecond)
		s.watch.tooMuchFor(chat, s.opt.ChatBurst)
		s.watch.inVain(m.name, chat)
	}
	for _, name := range slices.Sorted(maps.Keys(q.values)) {
		if !m.knows(name) {
			s.unknown("%s: unknown parameter %q", m.name, name)
		}
		s.observeNested(name, q.values[name])
	}
}

// unknown complains in strict mode about a name that nobody knows.
func (s *Server) unknown(format string, args ...any) {
	if s.opt.Strict {
		s.watch.complain(format, args...)
	}
}

func (o *onlooker) tooEarly(method string, chat int64) {
	now := time.Now()
	o.pauses = slices.DeleteFunc(o.pauses, func(p pause) bool { return !now.Before(p.until) })
	for _, p := range o.pauses {
		if now.Sub(p.from) > underWay && p.covers(method, chat) {
			o.complain("%s was called %s before the retry_after of a 429 had passed", method, p.until.Sub(now).Round(time.Millisecond))
			return
		}
	}
}

// tooMuch forgives a fifth above the rate, for what the network pushes together.
func (o *onlooker) tooMuch(limit int) {
	o.sent = lastSecond(o.sent)
	if limit > 0 && len(o.sent) == limit+limit/5+1 {
		o.complain("more than %d messages in a second", limit)
	}
}

// tooMuchFor counts one chat: some messages at once, and one a second on the long run.
func (o *onlooker) tooMuchFor(chat int64, burst int) {
	if burst < 0 {
		return
	}
	b := o.chats.of(chat)
	if b.fill(1, burst) > 0 {
		o.complain("more than %d messages at once, or than one a second, for chat %d", burst, chat)
		b.tokens = float64(burst) // said once for each time
	}
	b.tokens--
}

// inVain: a chat that has refused a message refuses the next one too, until the person comes back.
func (o *onlooker) inVain(method string, chat int64) {
	if since, shut := o.shut[chat]; shut && time.Since(since) > underWay {
		o.complain("%s for chat %d, which takes nothing", method, chat)
	}
}

func (o *onlooker) turnedAway(chat int64) {
	if o.shut == nil {
		o.shut = map[int64]time.Time{}
	}
	o.shut[chat] = time.Now()
}

func (o *onlooker) failed(q *request, status int) {
	if q.method == "getupdates" && status != 200 && q.ctx.Err() == nil {
		o.pollFailed()
	}
}

func (o *onlooker) pollFailed() {
	o.polls = lastSecond(o.polls)
	if len(o.polls) == hastyPolls+1 {
		o.complain("getUpdates failed more than %d times in a second, without a pause between", hastyPolls)
	}
}

// lastSecond adds this moment to times and drops those more than a second ago.
func lastSecond(times []time.Time) []time.Time {
	now := time.Now()
	old := 0
	for old < len(times) && now.Sub(times[old]) >= time.Second {
		old++
	}
	return append(times[old:], now)
}

// askToPause notes that a 429 was given.
func (s *Server) askToPause(seconds int, covers func(method string, chat int64) bool) {
	now := time.Now()
	s.watch.pauses = append(s.watch.pauses, pause{now, now.Add(time.Duration(seconds) * time.Second), covers})
}

func isMethod(want, method string) bool { return want == "" || strings.EqualFold(want, method) }
