package bot

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"siip-asn/flow"
)

// Limits are how fast the bot may call.
type Limits struct {
	PerSecond     int     // calls over all chats, in any second
	ChatPerSecond float64 // messages in one chat, on the long run
	ChatBurst     int     // messages in one chat at once
}

// pace holds calls back to the limits, and all of them after the server has said "too many". It is the only place that
// does.
type pace struct {
	limits Limits
	all    *rate.Limiter
	paused func(time.Duration) // told of every pause

	last time.Time // when a process before this one has sent something

	mu    sync.Mutex
	until time.Time // no call before
	chats map[flow.AccountID]*rate.Limiter
}

// newPace lets a sixth of the calls of a second go at once and the others one after the other, so that no second, where
// ever it begins, sees more than PerSecond. Everywhere one call is kept in hand: on their way some calls come closer
// together than they were sent.
func newPace(l Limits) *pace {
	burst := max(1, l.PerSecond/6)
	steady := max(1, l.PerSecond-burst-1)
	l.ChatBurst = max(1, l.ChatBurst-1)
	now := time.Now()
	p := &pace{
		limits: l, all: rate.NewLimiter(rate.Limit(steady), burst),
		paused: func(time.Duration) {}, chats: map[flow.AccountID]*rate.Limiter{},
	}
	p.all.AllowN(now, burst) // the process before this one may have used up the present second
	return p
}

// global waits for the turn of one call.
func (p *pace) global(ctx context.Context) error {
	for {
		if err := p.all.Wait(ctx); err != nil {
			return err
		}
		d := p.pausedFor(time.Now())
		if d <= 0 {
			return nil
		}
		sleep(ctx, d)
	}
}

// pollRest is the time from poll to poll while calls are held back.
const pollRest = 200 * time.Millisecond

// poll waits for the turn of a poll, which is a call like any other. While calls are held back it lets more come
// together: there is no use in reading faster than one can answer.
func (p *pace) poll(ctx context.Context, last time.Time) error {
	if p.all.Tokens() < 1 {
		sleep(ctx, pollRest-time.Since(last))
	}
	return p.global(ctx)
}

// chat waits for the turn of one message in a chat.
func (p *pace) chat(ctx context.Context, id flow.AccountID) error {
	if err := p.limiter(id).Wait(ctx); err != nil {
		return err
	}
	return p.global(ctx)
}

func (p *pace) limiter(id flow.AccountID) *rate.Limiter {
	p.mu.Lock()
	defer p.mu.Unlock()
	l := p.chats[id]
	if l == nil {
		l = p.newLimiter(time.Now())
		p.chats[id] = l
	}
	return l
}

// newLimiter lets as much into a chat as if its burst had been used up by the last thing that a process before this one
// has sent. One message may go.
func (p *pace) newLimiter(now time.Time) *rate.Limiter {
	l := rate.NewLimiter(rate.Limit(p.limits.ChatPerSecond), p.limits.ChatBurst)
	saved := 1 + max(0, now.Sub(p.last).Seconds())*p.limits.ChatPerSecond
	l.AllowN(now, max(0, p.limits.ChatBurst-int(min(saved, float64(p.limits.ChatBurst)))))
	return l
}

// forget drops what is known of chats that have been quiet for long enough. One that is in use keeps its limiter: with a
// second one it would get its burst twice.
func (p *pace) forget(now time.Time, inUse func(flow.AccountID) bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for id, l := range p.chats {
		if l.TokensAt(now) >= float64(p.limits.ChatBurst) && !inUse(id) {
			delete(p.chats, id)
		}
	}
}

// heed looks at the error of a call: after a 429 nothing is called before its time, by anybody.
func (p *pace) heed(err error) {
	var refusal *APIError
	if errors.As(err, &refusal) && judge(err) == wait {
		d := max(refusal.RetryAfter, time.Second) + pauseSlack
		p.pause(time.Now(), d)
		p.paused(d)
	}
}

// takeOver begins with the pause that is left of another process, and the time since it has sent something.
func (p *pace) takeOver(paused, quiet time.Duration) {
	now := time.Now()
	p.last = now.Add(-quiet)
	p.pause(now, paused)
}

// pauseSlack is added to retry_after: the clocks of the two sides do not agree to the millisecond.
const pauseSlack = 50 * time.Millisecond

func (p *pace) pause(now time.Time, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if until := now.Add(d); until.After(p.until) {
		p.until = until
	}
}

func (p *pace) pausedFor(now time.Time) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.until.Sub(now)
}
