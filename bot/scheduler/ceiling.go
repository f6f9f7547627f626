package scheduler

import "time"

// ceiling is a token bucket over all chats whose rate is found out as TCP finds its window: it doubles once a second while calls
// had to wait for it (slow start), is halved by trouble, which is a 429 in several chats, and after calm without trouble goes up by
// step a second (additive increase). It stays between least and most.
type ceiling struct {
	bucket
	least, most float64
	step        float64       // a second more with each raise once trouble was met; before that the rate doubles
	every       time.Duration // between two raises
	pressed     bool          // something had to wait for a token since the last raise
	stepped     time.Time
	met         time.Time // when it was halved last
}

const (
	replyFirst = 100 // a second
	replyLeast = 10
	replyMost  = 2000
	calm       = 10 * time.Second // without trouble before the rate goes up again
)

// newReplies is the ceiling of replies: what Telegram takes of them is not known, so it is found out.
func newReplies(now time.Time) ceiling {
	return ceiling{
		bucket: newBucket(replyFirst, replyFirst/2, now), least: replyLeast, most: replyMost, step: 10, every: time.Second, stepped: now,
	}
}

// newNotices is the ceiling of news. At most perSecond of them go in any second, wherever it begins. A bucket with burst b and rate
// r lets b+r through in its first second, so the burst is a sixth of perSecond and the rate what is left of it.
func newNotices(perSecond int, now time.Time) ceiling {
	most := max(1, float64(perSecond))
	burst := max(1, float64(perSecond/6))
	n := ceiling{bucket: newBucket(max(1, most-burst+1), burst, now), least: 1, step: 1, every: time.Second, stepped: now}
	n.most = n.rate
	n.tokens = min(n.tokens, 1) // a process before this one may have used up the present second
	return n
}

func (c *ceiling) wait(now time.Time) time.Duration {
	c.grow(now)
	d := c.bucket.wait(now)
	c.pressed = c.pressed || d > 0
	return d
}

// grow raises the rate by one step, if it is time and something had to wait since the last one: a rate that nobody needs is not
// proven by the absence of a 429.
func (c *ceiling) grow(now time.Time) {
	if now.Sub(c.stepped) < c.every || !c.met.IsZero() && now.Sub(c.met) < calm {
		return
	}
	c.stepped = now
	if !c.pressed || c.rate >= c.most {
		return
	}
	c.pressed = false
	rate := c.rate * 2
	if !c.met.IsZero() {
		rate = c.rate + c.step
	}
	c.to(min(rate, c.most), now)
}

// halve lowers the rate, at most once in calm: calls that were under way together meet the same trouble.
func (c *ceiling) halve(now time.Time) {
	if !c.met.IsZero() && now.Sub(c.met) < calm {
		return
	}
	c.met, c.stepped = now, now
	c.to(max(c.rate/2, c.least), now)
}

func (c *ceiling) to(rate float64, now time.Time) {
	c.set(rate, max(1, c.burst*rate/c.rate), now)
}
