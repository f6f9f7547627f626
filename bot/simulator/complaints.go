package simulator

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

const maxComplaints = 1000

// onlooker remembers what a careful observer outside would reproach the bot with. Nothing of it is ever refused.
type onlooker struct {
	list   []string
	pauses []pause
	sent   []time.Time         // bulk of the last second
	polls  []time.Time         // failing polls of the last second
	chats  limiter             // messages of each chat
	shut   map[int64]time.Time // chats that took nothing, since when
}

// Complaints lists what the bot did that it should not, oldest first: an answer to a tap that was answered, a call
// before the retry_after of a 429 had passed, too many messages a second, in one chat or to people who have done nothing of late, a message for somebody who has
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
		if s.limiter.isBulk(chat) {
			s.watch.tooMuch(s.opt.MessagesPerSecond)
		}
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
