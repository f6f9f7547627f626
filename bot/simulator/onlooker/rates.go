package onlooker

import (
	"slices"
	"time"
)

// Complaints about the rate of calls: before a pause is over, too many, or into chats that take nothing. They go by the wall clock.

const (
	// UnderWay is a grace period: a call that comes so soon after a 429 or a block may have left the bot before it learnt of that.
	UnderWay = 250 * time.Millisecond
	// HastyPolls is how many failing polls a second are too many.
	HastyPolls = 5
)

// Pause is what a 429 asked for.
type Pause struct {
	From, Until time.Time
	Covers      func(method string, chat int64) bool
}

// TooEarly complains of a call that a 429 has asked to wait with.
func (o *Onlooker) TooEarly(method string, chat int64) {
	now := time.Now()
	o.Pauses = slices.DeleteFunc(o.Pauses, func(p Pause) bool { return !now.Before(p.Until) })
	for _, p := range o.Pauses {
		if now.Sub(p.From) > UnderWay && p.Covers(method, chat) {
			o.Complain("%s was called %s before the retry_after of a 429 had passed", method, p.Until.Sub(now).Round(time.Millisecond))
			return
		}
	}
}

// TooMuch counts bulk. It forgives a fifth above the rate, for what the network pushes together.
func (o *Onlooker) TooMuch(limit int) {
	o.sent = lastSecond(o.sent)
	if limit > 0 && len(o.sent) == limit+limit/5+1 {
		o.Complain("more than %d messages in a second", limit)
	}
}

// TooMuchFor counts one chat: some messages at once, and one a second on the long run.
func (o *Onlooker) TooMuchFor(chat int64, burst int) {
	if burst < 0 {
		return
	}
	b := o.chats.Of(chat)
	if b.Fill(1, burst) > 0 {
		o.Complain("more than %d messages at once, or than one a second, for chat %d", burst, chat)
		b.Tokens = float64(burst) // said once for each time
	}
	b.Tokens--
}

// InVain complains of a call into a chat that has refused one because the person has blocked the bot: until the person comes back
// every call there is refused.
func (o *Onlooker) InVain(method string, chat int64) {
	if since, shut := o.Shut[chat]; shut && time.Since(since) > UnderWay {
		o.Complain("%s for chat %d, which takes nothing", method, chat)
	}
}

// TurnedAway notes a chat that has taken nothing.
func (o *Onlooker) TurnedAway(chat int64) {
	if o.Shut == nil {
		o.Shut = map[int64]time.Time{}
	}
	o.Shut[chat] = time.Now()
}

// PollFailed complains of polls that fail in a hot loop.
func (o *Onlooker) PollFailed() {
	o.polls = lastSecond(o.polls)
	if len(o.polls) == HastyPolls+1 {
		o.Complain("getUpdates failed more than %d times in a second, without a pause between", HastyPolls)
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
