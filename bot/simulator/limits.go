package simulator

import (
	"math"
	"strings"
	"time"
)

// Limits are the rates above which calls that send or edit get a 429. They go by the wall clock.
type Limits struct {
	ChatBurst     int     // messages at once in one chat
	ChatPerSecond float64 // and in the long run
	Burst         int     // over all chats
	PerSecond     float64
	GroupBurst    int // in one group
	GroupPerMin   float64
}

// TelegramLimits are near to what users of the real server report: it publishes no thresholds.
func TelegramLimits() *Limits {
	return &Limits{ChatBurst: 5, ChatPerSecond: 1, Burst: 30, PerSecond: 30, GroupBurst: 20, GroupPerMin: 20}
}

// limiter holds the buckets: one for everything, one for each chat.
type limiter struct {
	all   bucket
	chats map[int64]*bucket
}

// bucket is filled with tokens at a rate, up to a burst; a message takes one.
type bucket struct {
	tokens float64
	filled time.Time
}

// limit refuses a call that comes too soon.
func (s *Server) limit(m method, q *request) *apiError {
	l := s.opt.Limits
	if l == nil || !m.sends {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	chat := leadingInteger(q.text("chat_id"))
	one, rate, burst := s.limiter.of(chat), l.ChatPerSecond, l.ChatBurst
	if chat < 0 {
		rate, burst = l.GroupPerMin/60, l.GroupBurst
	}
	if wait := s.limiter.all.fill(l.PerSecond, l.Burst); wait > 0 {
		return s.pauseSending(wait, 0)
	}
	if wait := one.fill(rate, burst); wait > 0 {
		return s.pauseSending(wait, chat)
	}
	s.limiter.all.tokens--
	one.tokens--
	return nil
}

// of makes a chat's bucket, and forgets all of them when they are too many: a full one and none are nearly the same.
func (l *limiter) of(chat int64) *bucket {
	if l.chats == nil || len(l.chats) > 50_000 {
		l.chats = map[int64]*bucket{}
	}
	if l.chats[chat] == nil {
		l.chats[chat] = &bucket{}
	}
	return l.chats[chat]
}

// fill lets flow in what time has brought, and tells how long until there is a token. A burst of 0 means no limit.
func (b *bucket) fill(rate float64, burst int) time.Duration {
	if burst == 0 {
		return 0
	}
	now := time.Now()
	if b.filled.IsZero() {
		b.tokens = float64(burst)
	}
	b.tokens = min(b.tokens+now.Sub(b.filled).Seconds()*rate, float64(burst))
	b.filled = now
	if b.tokens >= 1 {
		return 0
	}
	return time.Duration((1 - b.tokens) / rate * float64(time.Second))
}

// pauseSending is the 429 for one chat, or for all of them when chat is 0.
func (s *Server) pauseSending(wait time.Duration, chat int64) *apiError {
	seconds := int(math.Ceil(wait.Seconds()))
	s.askToPause(seconds, func(name string, other int64) bool {
		return methods[strings.ToLower(name)].sends && (chat == 0 || chat == other)
	})
	return tooMany(seconds)
}
