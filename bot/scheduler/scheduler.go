package scheduler

import (
	"container/heap"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// Limits are how fast the bot may call.
type Limits struct {
	PerSecond     int     // news over all chats, in any second
	ChatPerSecond float64 // messages and edits in one chat, on the long run
	ChatBurst     int     // and at once
	Off           bool    // nothing is limited but by what the server says
}

// Class says which calls share places and a limit over all chats.
type Class uint8

// The classes, in the order in which they go.
const (
	Answer Class = iota // to a tap
	Reply               // to somebody who waits
	File                // to be made, sent or read
	Notice              // for somebody who does not wait
	Menu                // of commands
	classes
)

// places are how many calls of a class may be on their way at once.
var places = [classes]int{Answer: 64, Reply: 64, File: 6, Notice: 48, Menu: 4}

// Places is how many calls may be on their way at once.
func Places() (n int) {
	for _, some := range places {
		n += some
	}
	return n
}

// Scheduler holds what waits and who may go.
type Scheduler struct {
	limits   Limits
	chats    map[flow.AccountID]*chat
	ready    [classes]*lines // what may go, by what has waited longest
	later    *lines          // what may not yet, by time
	inFlight [classes]int
	waiting  int
	replies  ceiling
	notices  ceiling
	holds    map[Scope]time.Time
	floods   []flood // 429 of chats, of late
	outage   outage
	lastSent time.Time // by a process before this one
}

// New makes a scheduler for which nothing waits.
func New(l Limits, now time.Time) *Scheduler {
	s := &Scheduler{limits: l, chats: map[flow.AccountID]*chat{}, later: newTimes(), holds: map[Scope]time.Time{}}
	for c := range s.ready {
		s.ready[c] = newLines()
	}
	s.replies, s.notices = newReplies(now), newNotices(l.PerSecond, now)
	return s
}

// TakeOver is called before anything else: a process before this one has sent something last at that time, and any chat may
// have had its burst then.
func (s *Scheduler) TakeOver(lastSent time.Time) { s.lastSent = lastSent }

// Permit is the right to make the calls for one ticket, the first of them paid for. It ends with Done,
// PutBack, Failed or GiveUp.
type Permit struct {
	Ticket post.Ticket
	Class  Class
	line   *line
}

// Add takes a ticket in.
func (s *Scheduler) Add(t post.Ticket, now time.Time) {
	s.waiting++
	l := &line{}
	if !t.IsTap {
		l = s.lineOf(t, now)
	}
	l.lanes[t.Lane] = append(l.lanes[t.Lane], t)
	s.place(l, now)
}

func (s *Scheduler) lineOf(t post.Ticket, now time.Time) *line {
	c := s.chat(t.To, now)
	switch {
	case t.Menu:
		return &c.menus
	case t.Long:
		return &c.files
	default:
		return &c.messages
	}
}

// Waiting is how many tickets wait or are on their way.
func (s *Scheduler) Waiting() int { return s.waiting }

// InFlight is how many are on their way.
func (s *Scheduler) InFlight() (n int) {
	for _, some := range s.inFlight {
		n += some
	}
	return n
}

// place puts a line where it belongs now: into the heap of its class, into that of times, or nowhere.
func (s *Scheduler) place(l *line, now time.Time) {
	l.leave()
	t, _, any := l.head()
	if !any || l.busy || l.early(t) {
		return
	}
	if at := s.from(l, now); at.After(now) {
		l.at = at
		heap.Push(s.later, l)
		return
	}
	heap.Push(s.ready[l.class()], l)
}

func (s *Scheduler) from(l *line, now time.Time) time.Time {
	if s.limits.Off && l.inChat() {
		return latest(l.after, l.chat.until)
	}
	return l.from(now)
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func (l *line) class() Class {
	t, lane, _ := l.head()
	switch {
	case l.chat == nil:
		return Answer
	case !l.inChat():
		return Menu
	case t.Long:
		return File
	case lane == dialog.Reply:
		return Reply
	default:
		return Notice
	}
}

// Next gives a permit to what may go now. When nothing may, wait says how long until something may, 0 for until something
// is added or ends.
func (s *Scheduler) Next(now time.Time) (p Permit, found bool, wait time.Duration) {
	for top := s.later.top(); top != nil && !top.at.After(now); top = s.later.top() {
		s.place(top, now)
	}
	if top := s.later.top(); top != nil {
		wait = top.at.Sub(now)
	}
	for c := range classes {
		p, found, d := s.nextOf(c, now)
		if found {
			return p, true, 0
		}
		if d > 0 && (wait == 0 || d < wait) {
			wait = d
		}
	}
	return Permit{}, false, wait
}

func (s *Scheduler) nextOf(c Class, now time.Time) (p Permit, found bool, wait time.Duration) {
	for l := s.ready[c].top(); l != nil && s.room(c); l = s.ready[c].top() {
		if s.from(l, now).After(now) { // the bucket has lost tokens since the line was placed
			s.place(l, now)
			continue
		}
		_, lane, _ := l.head()
		if d := s.classWait(c, lane, now); d > 0 {
			return p, false, d
		}
		return s.take(l, now), true, 0
	}
	return p, false, 0
}

// room tells whether a class has a place left. After an outage only carefulPlaces go until one has worked (half-open); files count
// by themselves, because one may be under way for minutes.
func (s *Scheduler) room(c Class) bool {
	switch {
	case !s.outage.careful:
		return s.inFlight[c] < places[c]
	case c == File:
		return s.inFlight[File] < carefulPlaces
	default:
		return s.InFlight()-s.inFlight[File] < carefulPlaces
	}
}

// classWait is how long a class has to wait as a whole.
func (s *Scheduler) classWait(c Class, lane dialog.Lane, now time.Time) time.Duration {
	wait := s.outage.until.Sub(now)
	switch {
	case c == Answer:
		return max(0, wait, s.held(AnswerScope, now))
	case c == Menu:
		return max(0, wait, s.held(MenuScope, now))
	case lane == dialog.News:
		wait = max(wait, s.held(NewsScope, now))
	}
	wait = max(0, wait, s.held(AllScope, now))
	if over := s.ceilingOf(lane); !s.limits.Off {
		wait = max(wait, over.wait(now))
	}
	return wait
}

func (s *Scheduler) ceilingOf(lane dialog.Lane) *ceiling {
	if lane == dialog.News {
		return &s.notices
	}
	return &s.replies
}

func (s *Scheduler) take(l *line, now time.Time) Permit {
	t, lane, _ := l.head()
	p := Permit{Ticket: t, Class: l.class(), line: l}
	l.leave()
	l.busy, l.lane = true, lane
	s.inFlight[p.Class]++
	if l.inChat() {
		l.chat.bucket.take(now)
		s.ceilingOf(lane).take(now)
		s.place(&l.chat.files, now)
	}
	return p
}

// Done ends a permit: there is nothing more to do for its ticket. unused tells that no call was made, because something later
// has taken its place: that costs nothing.
func (s *Scheduler) Done(p Permit, unused bool, now time.Time) {
	l := p.line
	s.inFlight[p.Class]--
	s.waiting--
	if unused && l.inChat() {
		l.chat.bucket.giveBack()
		s.ceilingOf(l.lane).giveBack()
	}
	l.pop()
	s.place(l, now)
	if l.chat != nil {
		s.place(&l.chat.files, now)
	}
}

// Ask is for one more call of something on its way: 0 when it may be made now, and then it is paid for; else how long to wait
// before asking again. free calls put nothing into the chat: they wait only where the server has asked to wait.
func (s *Scheduler) Ask(p Permit, free bool, now time.Time) time.Duration {
	l := p.line
	if !l.inChat() {
		return 0 // answers and menus wait for their method, not for the chat
	}
	wait := max(0, l.chat.until.Sub(now), s.held(AllScope, now))
	if free || s.limits.Off {
		return wait
	}
	over := s.ceilingOf(l.lane)
	wait = max(wait, l.chat.bucket.wait(now), over.wait(now))
	if wait == 0 {
		l.chat.bucket.take(now)
		over.take(now)
	}
	return wait
}

// chat is what is known of a chat; one that was unknown has as much of its burst as time has given back since lastSent.
func (s *Scheduler) chat(id flow.AccountID, now time.Time) *chat {
	c := s.chats[id]
	if c != nil {
		return c
	}
	rate, burst := s.limits.ChatPerSecond, float64(max(1, s.limits.ChatBurst-1)) // one less than allowed: calls that leave a second apart may arrive closer together
	if id < 0 {
		rate, burst = min(rate, groupRate), min(burst, groupBurst)
	}
	c = &chat{id: id, bucket: newBucket(rate, burst, now)}
	c.bucket.tokens = min(burst, 1+max(0, now.Sub(s.lastSent).Seconds())*rate)
	c.messages.chat, c.files.chat, c.menus.chat = c, c, c
	s.chats[id] = c
	return c
}

// What a group takes: 20 messages a minute, of which few come at once.
const (
	groupRate  = 20.0 / 60
	groupBurst = 3.0
)

// Forget drops what is known of chats that have been quiet for long enough.
func (s *Scheduler) Forget(now time.Time) {
	for id, c := range s.chats {
		if c.messages.empty() && c.files.empty() && c.menus.empty() && c.bucket.full(now) && !c.until.After(now) {
			delete(s.chats, id)
		}
	}
	s.forgetHolds(now)
}
