package bot

import (
	"time"

	"golang.org/x/time/rate"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// queue is what waits to be sent, and for whom. Answers to taps go first and in no order with anything, but never more than
// rowMax of them while a reply could go: people who tap faster than anything can be sent would see no screen any more. In a chat
// replies go before news, each in the order in which they were caused; over the chats whoever waits longest. Files have a line
// of their own: one of them begins when what was caused before it is out, but nothing later waits for it.
type queue struct {
	answers []post.Ticket
	lines   map[line]*chatQueue
	row     int // of answers that went one after the other
}

// rowMax is how many answers go before a reply. Telegram forgets a tap that waits too long; of the screens that wait in a chat
// only the last one is sent.
const rowMax = 3

// line is where the tickets of a chat stand one behind the other.
type line struct {
	chat flow.AccountID
	long bool
}

func lineOf(t post.Ticket) line { return line{t.To, t.Long} }

// chatQueue is what stands in one line of a chat.
type chatQueue struct {
	lanes [2][]post.Ticket // by flow.Lane
	busy  bool             // one of them is on its way
	after time.Time        // not before: an earlier try has failed
	tries int              // that have failed in a row
	limit *rate.Limiter
}

func newQueue() *queue { return &queue{lines: map[line]*chatQueue{}} }

func (q *queue) add(t post.Ticket, limit func(flow.AccountID) *rate.Limiter) {
	if t.IsTap {
		q.answers = append(q.answers, t)
		return
	}
	c := q.lines[lineOf(t)]
	if c == nil {
		c = &chatQueue{limit: limit(t.To)}
		q.lines[lineOf(t)] = c
	}
	c.lanes[t.Lane] = append(c.lanes[t.Lane], t)
}

// has tells whether something waits for the chat, or is on its way to it.
func (q *queue) has(chat flow.AccountID) bool {
	return q.lines[line{chat, false}] != nil || q.lines[line{chat, true}] != nil
}

// early tells whether something that was caused before a file is still to go out, or on its way.
func (q *queue) early(t post.Ticket) bool {
	c := q.lines[line{t.To, false}]
	if !t.Long || c == nil {
		return false
	}
	head, lane, any := c.head()
	return c.busy || any && lane <= t.Lane && head.ID < t.ID
}

// head is what goes next in the chat.
func (c *chatQueue) head() (t post.Ticket, lane dialog.Lane, found bool) {
	for lane, tickets := range c.lanes {
		if len(tickets) > 0 {
			return tickets[0], dialog.Lane(lane), true
		}
	}
	return t, 0, false
}

// ready is how long the chat has to wait before its next message.
func (c *chatQueue) ready(now time.Time) time.Duration {
	d := max(0, c.after.Sub(now))
	if missing := 1 - c.limit.TokensAt(now); missing > 0 {
		d = max(d, time.Duration(missing/float64(c.limit.Limit())*float64(time.Second))+time.Millisecond)
	}
	return d
}

// next finds what may go now. When nothing may, it says how long to wait; 0: until something happens.
func (q *queue) next(now time.Time) (t post.Ticket, found bool, wait time.Duration) {
	if len(q.answers) > 0 && q.row < rowMax {
		return q.answers[0], true, 0
	}
	for _, c := range q.lines {
		head, lane, any := c.head()
		if !any || c.busy || q.early(head) {
			continue
		}
		if d := c.ready(now); d > 0 {
			if wait == 0 || d < wait {
				wait = d
			}
			continue
		}
		if !found || lane < t.Lane || lane == t.Lane && head.ID < t.ID {
			t, found = head, true
		}
	}
	if len(q.answers) > 0 && (!found || t.Lane != dialog.Reply) {
		return q.answers[0], true, 0
	}
	return t, found, wait
}

// take removes what next has found; its line is busy until done.
func (q *queue) take(t post.Ticket, now time.Time) {
	if t.IsTap {
		q.row++
		q.answers = q.answers[1:]
		return
	}
	q.row = 0
	c := q.lines[lineOf(t)]
	c.lanes[t.Lane] = c.lanes[t.Lane][1:]
	c.busy = true
	c.limit.AllowN(now, 1)
}

// drop forgets what next has found: there is nothing to send.
func (q *queue) drop(t post.Ticket) {
	if t.IsTap {
		q.answers = q.answers[1:]
		return
	}
	c := q.lines[lineOf(t)]
	c.lanes[t.Lane] = c.lanes[t.Lane][1:]
	q.done(t)
}

// done frees the line.
func (q *queue) done(t post.Ticket) {
	c := q.lines[lineOf(t)]
	if t.IsTap || c == nil {
		return
	}
	c.busy, c.tries, c.after = false, 0, time.Time{}
	if _, _, any := c.head(); !any {
		delete(q.lines, lineOf(t))
	}
}

// putBack puts a ticket whose try has failed back where it was.
func (q *queue) putBack(t post.Ticket) {
	if t.IsTap {
		q.answers = append([]post.Ticket{t}, q.answers...)
		return
	}
	c := q.lines[lineOf(t)]
	c.busy = false
	c.lanes[t.Lane] = append([]post.Ticket{t}, c.lanes[t.Lane]...)
}

const (
	retryFirst = 250 * time.Millisecond // between two tries of one message
	retryMax   = 2 * time.Minute
)

// putOff lets the line of a ticket wait, the longer the more tries in it have failed in a row. An answer waits for nobody.
func (q *queue) putOff(t post.Ticket, now time.Time) {
	if t.IsTap {
		return
	}
	c := q.lines[lineOf(t)]
	c.after = now.Add(min(retryFirst<<min(c.tries, 9), retryMax))
	c.tries++
}
