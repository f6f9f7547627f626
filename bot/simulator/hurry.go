package simulator

import (
	"slices"
	"time"
)

// What an onlooker says of a bot that is in a hurry: it calls too soon, too often, or where nobody listens.

const (
	// underWay forgives calls that had left the bot before the answer reached it that would have held them back.
	underWay = 250 * time.Millisecond
	// hastyPolls is how many failing polls a second are too many.
	hastyPolls = 5
)

// pause is what a 429 asked for.
type pause struct {
	from, until time.Time
	covers      func(method string, chat int64) bool
}

func (o *onlooker) tooEarly(method string, chat int64) {
	now := time.Now()
	o.pauses = slices.DeleteFunc(o.pauses, func(p pause) bool { return !now.Before(p.until) })
	for _, p := range o.pauses {
		if now.Sub(p.from) > underWay && p.covers(method, chat) {
			o.complain("%s was called %s before the retry_after of a 429 had passed", method, p.until.Sub(now).Round(time.Millisecond))
			return
		}
	}
}

// tooMuch counts bulk. It forgives a fifth above the rate, for what the network pushes together.
func (o *onlooker) tooMuch(limit int) {
	o.sent = lastSecond(o.sent)
	if limit > 0 && len(o.sent) == limit+limit/5+1 {
		o.complain("more than %d messages in a second", limit)
	}
}

// tooMuchFor counts one chat: some messages at once, and one a second on the long run.
func (o *onlooker) tooMuchFor(chat int64, burst int) {
	if burst < 0 {
		return
	}
	b := o.chats.of(chat)
	if b.fill(1, burst) > 0 {
		o.complain("more than %d messages at once, or than one a second, for chat %d", burst, chat)
		b.tokens = float64(burst) // said once for each time
	}
	b.tokens--
}

// inVain watches chats that take nothing: they will not take the next message either, until the person comes back.
func (o *onlooker) inVain(method string, chat int64) {
	if since, shut := o.shut[chat]; shut && time.Since(since) > underWay {
		o.complain("%s for chat %d, which takes nothing", method, chat)
	}
}

func (o *onlooker) turnedAway(chat int64) {
	if o.shut == nil {
		o.shut = map[int64]time.Time{}
	}
	o.shut[chat] = time.Now()
}

func (o *onlooker) failed(q *request, status int) {
	if q.method == "getupdates" && status != 200 && q.ctx.Err() == nil {
		o.pollFailed()
	}
}

func (o *onlooker) pollFailed() {
	o.polls = lastSecond(o.polls)
	if len(o.polls) == hastyPolls+1 {
		o.complain("getUpdates failed more than %d times in a second, without a pause between", hastyPolls)
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

// askToPause notes that a 429 was given.
func (s *Server) askToPause(seconds int, covers func(method string, chat int64) bool) {
	now := time.Now()
	s.watch.pauses = append(s.watch.pauses, pause{now, now.Add(time.Duration(seconds) * time.Second), covers})
}
