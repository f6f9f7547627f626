package bot

import (
	"context"
	"errors"
	"time"

	"siip-asn/bot/scheduler"
	"siip-asn/bot/telegram"
	"siip-asn/flow/post"
)

// errHeld ends a try whose next call would have to wait for so long that its place is better given to others.
var errHeld = errors.New("the next call has to wait")

// heldMost is how long a call waits inside a place.
const heldMost = 30 * time.Second

// turn waits until something that is on its way may make one more call. free calls put nothing into the chat.
func (s *sender) turn(ctx context.Context, p scheduler.Permit, free bool) (waited bool, err error) {
	for {
		if err := ctx.Err(); err != nil {
			return waited, err
		}
		s.mu.Lock()
		wait := s.turns.Ask(p, free, time.Now())
		s.mu.Unlock()
		switch {
		case wait <= 0:
			return waited, nil
		case wait > heldMost:
			return waited, errHeld
		}
		waited = true
		sleep(ctx, wait)
	}
}

// called takes in how a call into the chat of a permit has ended.
func (s *sender) called(p scheduler.Permit, err error, took time.Duration) {
	s.ended(err, true, func(wait time.Duration, now time.Time) []scheduler.Hold { return s.turns.TooMany(p, wait, now) },
		func(now time.Time) { s.turns.Slow(p, took, now) })
}

// calledMethod takes in how a call that puts nothing into a chat has ended.
func (s *sender) calledMethod(method string, err error) {
	scope := scheduler.MethodScope(method)
	line := scope == scheduler.AnswerScope || scope == scheduler.MenuScope
	s.ended(err, line, func(wait time.Duration, now time.Time) []scheduler.Hold {
		return s.turns.MethodTooMany(method, wait, now)
	}, nil)
}

// ended takes in how a call has ended. line tells that it was one of those that wait in lines; tooMany holds up what a 429
// holds up; worked, which may be nil, is for what has been answered.
func (s *sender) ended(err error, line bool, tooMany func(time.Duration, time.Time) []scheduler.Hold, worked func(time.Time)) {
	v := telegram.Judge(err)
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	switch v {
	case telegram.Wait:
		s.keep(tooMany(telegram.RetryAfter(err), now), now)
	case telegram.Again:
	default:
		s.turns.Worked(line, now)
		if worked != nil {
			worked(now)
		}
		if line {
			s.bad.note(nil, now)
		}
	}
}

// keep notes pauses for a process that is started in the meantime, without waiting for other things that travel with them: it
// may be started at once.
func (s *sender) keep(holds []scheduler.Hold, now time.Time) {
	for _, h := range holds {
		s.bot.Watch.HeldBack(HeldByServer)
		s.bot.Log.Warn("the Bot API asks for a pause", "scope", string(h.Scope), "retry_after", h.For.Round(time.Millisecond).String())
		s.bot.Outbox.Rest(post.Rest{Scope: string(h.Scope), For: h.For, Until: now.Add(h.For)})
	}
	go func() { _ = s.bot.Outbox.Flush() }() // an error is told by whatever is asked next
}

// methodWait is for how much longer a method that puts nothing into a chat may not be called.
func (s *sender) methodWait(method string) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.turns.Method(method, time.Now())
}
