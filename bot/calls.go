package bot

import (
	"context"
	"errors"
	"time"

	"siip-asn/bot/scheduler"
	"siip-asn/bot/telegram"
	"siip-asn/flow/post"
)

// errHeld ends a try whose next call would have to wait longer than heldMost: the ticket goes back into its line, and the place
// among the calls under way is free for another chat.
var errHeld = errors.New("the next call has to wait")

// heldMost is how long a delivery keeps its place (scheduler.Places) while it waits for its next call.
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

// ended tells the scheduler how a call has ended: a 429, no answer (which the end of the try tells), or an answer. line: the call
// was made for a ticket, so its answer ends an outage. tooMany turns the wait of a 429 into holds. worked, which may be nil, is
// called when there was an answer.
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

// keep makes pauses durable for the next process, at once and not with the next commit: a program that meets a 429 may be
// restarted just because of that, and must not call again. It does not wait for the disk itself.
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
