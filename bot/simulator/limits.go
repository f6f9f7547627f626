package simulator

import (
	"math"
	"strings"
	"time"

	"siip-asn/bot/simulator/onlooker"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// limit refuses a call that comes too soon.
func limit(s *world.World, m method, q *request) *wire.APIError {
	l := s.Opt.Limits
	if l == nil || !m.sends {
		return nil
	}
	chat := wire.LeadingInteger(q.Text("chat_id"))
	wait := charge(s, l, chat)
	if wait <= 0 {
		return nil
	}
	if l.HoldFor > 0 {
		linger(s, q.ctx, l.HoldFor)
	}
	s.Mu.Lock()
	defer s.Mu.Unlock()
	return pauseChat(s, wait, chat)
}

// charge takes the tokens of a call, or tells how long it has to wait for them.
func charge(s *world.World, l *onlooker.Limits, chat int64) time.Duration {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	one, rate, burst := s.Limiter.Of(chat), l.ChatPerSecond, l.ChatBurst
	if chat < 0 {
		rate, burst = l.GroupPerMin/60, l.GroupBurst
	}
	bulk := s.Limiter.IsBulk(chat)
	if bulk {
		if wait := s.Limiter.Bulk.Fill(l.BulkPerSecond, l.BulkBurst); wait > 0 {
			return wait
		}
	}
	if wait := one.Fill(rate, burst); wait > 0 {
		return wait
	}
	if bulk {
		s.Limiter.Bulk.Tokens--
	}
	one.Tokens--
	return 0
}

// pauseChat is the 429 for one chat.
func pauseChat(s *world.World, wait time.Duration, chat int64) *wire.APIError {
	seconds := int(math.Ceil(wait.Seconds()))
	askToPause(s, seconds, func(name string, other int64) bool {
		return methods[strings.ToLower(name)].sends && chat == other
	})
	return wire.TooMany(seconds)
}

func failed(o *onlooker.Onlooker, q *request, status int) {
	if q.method == "getupdates" && status != 200 && q.ctx.Err() == nil {
		o.PollFailed()
	}
}

// askToPause notes that a 429 was given, and which calls it covers, so that the onlooker can complain of one that comes too early.
func askToPause(s *world.World, seconds int, covers func(method string, chat int64) bool) {
	now := time.Now()
	s.Watch.Pauses = append(s.Watch.Pauses, onlooker.Pause{From: now, Until: now.Add(time.Duration(seconds) * time.Second), Covers: covers})
}
