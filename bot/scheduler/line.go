package scheduler

import (
	"container/heap"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// chat is what is known of a chat: its lines and what limits the first two.
type chat struct {
	id       flow.AccountID
	messages line
	files    line // a file begins when what was caused before it is out, but nothing later waits for it
	menus    line // of commands: they put nothing into the chat, and nothing waits for them
	bucket   bucket
	until    time.Time // nothing goes before: after a 429 or a slow call
}

// line is where tickets stand one behind the other: replies before news, each in the order in which they were caused.
type line struct {
	chat     *chat // nil: the answer to a tap, in a line of its own
	lanes    [2][]post.Ticket
	busy     bool        // its head is on its way; it stays where it is until it is through
	lane     dialog.Lane // of what is on its way
	after    time.Time   // nothing goes before: after a try that has failed
	tries    int         // failed tries of its head while other calls went through
	fails    int         // failed tries of its head in a row
	failedAt time.Time
	at       time.Time // while it stands in the heap of times
	in       *lines    // the heap it stands in
	index    int       // its place there
}

// head is what goes next.
func (l *line) head() (t post.Ticket, lane dialog.Lane, found bool) {
	if l.busy {
		return l.lanes[l.lane][0], l.lane, true
	}
	for lane, tickets := range l.lanes {
		if len(tickets) > 0 {
			return tickets[0], dialog.Lane(lane), true
		}
	}
	return t, 0, false
}

// inChat tells whether what stands in the line puts something into its chat, so that it is limited there.
func (l *line) inChat() bool { return l.chat != nil && l != &l.chat.menus }

func (l *line) empty() bool { return len(l.lanes[0])+len(l.lanes[1]) == 0 }

// pop removes what was on its way.
func (l *line) pop() {
	tickets := l.lanes[l.lane]
	tickets[0] = post.Ticket{} // so that what it carries is freed
	l.lanes[l.lane] = tickets[1:]
	if len(tickets) == 1 {
		l.lanes[l.lane] = nil
	}
	l.busy, l.tries, l.fails, l.after, l.failedAt = false, 0, 0, time.Time{}, time.Time{}
}

// early tells whether file t comes too early: a message of its chat that was caused before it is still to go out, or on its way.
func (l *line) early(t post.Ticket) bool {
	if l.chat == nil || l != &l.chat.files {
		return false
	}
	head, lane, any := l.chat.messages.head()
	return any && head.ID < t.ID && (l.chat.messages.busy || lane <= t.Lane)
}

// from is when the line may go.
func (l *line) from(now time.Time) time.Time {
	at := l.after
	if !l.inChat() {
		return at
	}
	if l.chat.until.After(at) {
		at = l.chat.until
	}
	tokens := 1.0
	if _, lane, _ := l.head(); lane == dialog.News {
		tokens += forReplies
	}
	if t := now.Add(l.chat.bucket.waitFor(tokens, now)); t.After(at) {
		at = t
	}
	return at
}

// forReplies is how many tokens in the bucket of a chat news leaves for replies. The cards and the queue of an admin change with
// everything that others do; the answer to his own tap must not wait behind those.
const forReplies = 2

// lines is a heap of lines.
type lines struct {
	list []*line
	less func(a, b *line) bool
}

// newLines is a heap by what has waited longest.
func newLines() *lines {
	return &lines{less: func(a, b *line) bool {
		x, _, _ := a.head()
		y, _, _ := b.head()
		return x.ID < y.ID
	}}
}

// newTimes is a heap by time.
func newTimes() *lines {
	return &lines{less: func(a, b *line) bool { return a.at.Before(b.at) }}
}

func (h *lines) Len() int           { return len(h.list) }
func (h *lines) Less(i, j int) bool { return h.less(h.list[i], h.list[j]) }

func (h *lines) Swap(i, j int) {
	h.list[i], h.list[j] = h.list[j], h.list[i]
	h.list[i].index, h.list[j].index = i, j
}

// Push and Pop are for container/heap.
func (h *lines) Push(x any) {
	l := x.(*line)
	l.in, l.index = h, len(h.list)
	h.list = append(h.list, l)
}

// Pop removes the last one.
func (h *lines) Pop() any {
	last := len(h.list) - 1
	l := h.list[last]
	h.list[last] = nil
	h.list = h.list[:last]
	l.in = nil
	return l
}

func (h *lines) top() *line {
	if len(h.list) == 0 {
		return nil
	}
	return h.list[0]
}

// leave takes a line out of the heap it stands in.
func (l *line) leave() {
	if l.in != nil {
		heap.Remove(l.in, l.index)
	}
}
