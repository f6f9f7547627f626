package scheduler

import (
	"slices"
	"time"

	"siip-asn/flow"
)

// outage is what is known of trouble with the network or the server.
type outage struct {
	chat    flow.AccountID // the first chat that has failed since something worked
	any     bool           // a call has failed since the last one that worked
	careful bool           // calls of several chats have failed: only carefulPlaces go until one has worked
	until   time.Time      // nothing goes before
	step    time.Duration  // the next wait of everybody
	worked  time.Time      // the last call that did, of any method
}

const (
	outageFirst   = 250 * time.Millisecond // the first wait of everybody; doubles up to outageMost
	outageMost    = 30 * time.Second
	carefulPlaces = 2

	retryFirst     = 250 * time.Millisecond // between two tries in one line
	retryMost      = 30 * time.Second
	fileRetryFirst = 5 * time.Second
	fileRetryMost  = 2 * time.Minute

	triesMost     = 12 // of a message, after the first one, while others go through
	fileTriesMost = 4
)

// Failed ends a permit with trouble: its ticket is tried again, later. tries is how often it has failed while other calls
// went through: when they are too many it is the ticket's fault, and the caller may end it with GiveUp.
func (s *Scheduler) Failed(p Permit, now time.Time) (tries int, tooMany bool) {
	l := p.line
	if l.fails > 0 && s.outage.worked.After(l.failedAt) {
		l.tries++
		l.fails = l.tries // the failures before belong to an outage, not to this ticket
	}
	l.failedAt = now
	first, most, bound := retryFirst, retryMost, triesMost
	if p.Class == File {
		first, most, bound = fileRetryFirst, fileRetryMost, fileTriesMost
	} else {
		s.everybody(p, now)
	}
	l.after = now.Add(min(first<<min(l.fails, 9), most))
	l.fails++
	s.PutBack(p, now)
	return l.tries, l.tries >= bound
}

// everybody is a circuit breaker: when calls of two chats have failed and none has worked in between, all wait, from 250 ms to 30 s.
// Failures of calls that were under way together count once.
func (s *Scheduler) everybody(p Permit, now time.Time) {
	o := &s.outage
	if !o.any {
		o.any, o.chat, o.step = true, p.Ticket.To, outageFirst
		return
	}
	if o.chat == p.Ticket.To && !o.careful || o.until.After(now) {
		return
	}
	o.careful, o.until = true, now.Add(o.step)
	o.step = min(2*o.step, outageMost)
}

// Worked notes that a call has worked: the network and the server are there. way tells that it was one of those that wait in
// lines: only these prove that an outage of theirs is over.
func (s *Scheduler) Worked(way bool, now time.Time) {
	s.outage.worked = now
	if way && s.outage.any {
		s.outage.any, s.outage.careful, s.outage.until = false, false, time.Time{}
		s.resume(now)
	}
}

// resume ends, when an outage is over, the waits that it has left in the lines: each failed try has doubled the wait of its line,
// so those who have waited longest would go last. A line that has failed while others went through keeps its wait, because that
// is its own fault, and so does a file.
func (s *Scheduler) resume(now time.Time) {
	for _, l := range slices.Clone(s.later.list) {
		soon := l.failedAt.Add(retryFirst)
		if l.fails > 0 && l.tries == 0 && l.class() != File && l.after.After(soon) {
			l.fails, l.after = 1, soon
			s.place(l, now)
		}
	}
}

// Slow notes that a call into the chat of a permit has taken long: the server may be throttling it.
func (s *Scheduler) Slow(p Permit, took time.Duration, now time.Time) {
	if took < slowCall || !p.line.inChat() || p.Class == File {
		return
	}
	c := p.line.chat
	c.until = latest(c.until, now.Add(min(took, longestRest)))
}

const (
	slowCall    = 1500 * time.Millisecond
	longestRest = 5 * time.Second
)

// PutBack ends a permit without success: its ticket is where it was, and waits for what holds it up.
func (s *Scheduler) PutBack(p Permit, now time.Time) {
	l := p.line
	s.inFlight[p.Class]--
	l.busy = false
	s.place(l, now)
	if l.chat != nil {
		s.place(&l.chat.files, now)
	}
}

// GiveUp takes out the ticket of a permit that has failed too often.
func (s *Scheduler) GiveUp(p Permit, now time.Time) {
	s.inFlight[p.Class]++ // Failed has ended the permit; Done ends it once more
	p.line.leave()
	p.line.busy = true
	s.Done(p, false, now)
}
