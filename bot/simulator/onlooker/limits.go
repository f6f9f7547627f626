package onlooker

import (
	"time"
)

// Limits are the rates above which calls that send or edit get a 429, for their chat only. They go by the wall clock. What is
// sent to people who have done something within the last minute counts for their chat; what is sent to others is also bulk, and
// counts over all chats.
type Limits struct {
	ChatBurst     int     // messages at once in one chat
	ChatPerSecond float64 // and in the long run
	BulkBurst     int     // to those who have done nothing of late, over all chats
	BulkPerSecond float64
	GroupBurst    int // in one group
	GroupPerMin   float64
	// HoldFor is how long a call that comes too soon is held before it gets its 429: the real server may wait up to 8 s.
	HoldFor time.Duration
}

// TelegramLimits are near to what users of the real server report: it publishes no thresholds.
func TelegramLimits() *Limits {
	return &Limits{ChatBurst: 5, ChatPerSecond: 1, BulkBurst: 30, BulkPerSecond: 30, GroupBurst: 20, GroupPerMin: 20}
}

// ThrottlingLimits are the same where the server holds calls before it refuses them.
func ThrottlingLimits() *Limits {
	l := TelegramLimits()
	l.HoldFor = 8 * time.Second
	return l
}

// Limiter holds the buckets: one for all that is bulk, one for each chat.
type Limiter struct {
	Bulk  bucket
	chats map[int64]*bucket
	heard map[int64]time.Time // when somebody has last done something in a chat
}

// Lately is how long somebody counts as one who waits for a reply.
const Lately = time.Minute

// Hears notes that somebody has done something in a chat.
func (l *Limiter) Hears(chat int64) {
	if l.heard == nil || len(l.heard) > 50_000 {
		l.heard = map[int64]time.Time{}
	}
	l.heard[chat] = time.Now()
}

// IsBulk tells whether nobody in a chat waits for a reply.
func (l *Limiter) IsBulk(chat int64) bool { return time.Since(l.heard[chat]) > Lately }

// Of is the bucket of a chat, made when it is missing. When there are more than 50,000, all are dropped: most are full by then, and
// a new one is full too.
func (l *Limiter) Of(chat int64) *bucket {
	if l.chats == nil || len(l.chats) > 50_000 {
		l.chats = map[int64]*bucket{}
	}
	if l.chats[chat] == nil {
		l.chats[chat] = &bucket{}
	}
	return l.chats[chat]
}

// bucket is a token bucket: tokens flow in at a rate a second, up to a burst; a message takes one. The zero value becomes full at
// its first Fill.
type bucket struct {
	Tokens float64
	filled time.Time
}

// Fill adds the tokens of the time since the last Fill, and gives how long until there is one; 0: now. A burst of 0 means no limit.
func (b *bucket) Fill(rate float64, burst int) time.Duration {
	if burst == 0 {
		return 0
	}
	now := time.Now()
	if b.filled.IsZero() {
		b.Tokens = float64(burst)
	}
	b.Tokens = min(b.Tokens+now.Sub(b.filled).Seconds()*rate, float64(burst))
	b.filled = now
	if b.Tokens >= 1 {
		return 0
	}
	return time.Duration((1 - b.Tokens) / rate * float64(time.Second))
}
