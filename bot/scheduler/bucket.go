package scheduler

import "time"

// bucket is a token bucket: rate tokens a second flow in, up to burst; a call takes one. Unlike the one of x/time/rate it takes a
// token back when the call was not made after all, and may go below 0 when a call had to be made without one.
type bucket struct {
	rate, burst float64 // tokens a second, and at most
	tokens      float64
	at          time.Time // up to when it is filled
}

func newBucket(rate, burst float64, now time.Time) bucket {
	return bucket{rate: rate, burst: burst, tokens: burst, at: now}
}

func (b *bucket) fill(now time.Time) {
	if d := now.Sub(b.at); d > 0 {
		b.tokens = min(b.burst, b.tokens+d.Seconds()*b.rate)
		b.at = now
	}
}

// wait is how long until there is a token.
func (b *bucket) wait(now time.Time) time.Duration { return b.waitFor(1, now) }

// waitFor is how long until there are so many tokens; more than burst never come, so no more are waited for.
func (b *bucket) waitFor(tokens float64, now time.Time) time.Duration {
	b.fill(now)
	tokens = min(tokens, max(1, b.burst))
	if b.tokens >= tokens {
		return 0
	}
	return time.Duration((tokens-b.tokens)/b.rate*float64(time.Second)) + time.Millisecond
}

func (b *bucket) take(now time.Time) {
	b.fill(now)
	b.tokens--
}

func (b *bucket) giveBack() { b.tokens = min(b.burst, b.tokens+1) }

// set changes the rate from now on.
func (b *bucket) set(rate, burst float64, now time.Time) {
	b.fill(now)
	b.rate, b.burst = rate, burst
	b.tokens = min(b.tokens, burst)
}

func (b *bucket) full(now time.Time) bool {
	b.fill(now)
	return b.tokens >= b.burst
}
