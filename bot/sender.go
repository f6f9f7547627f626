package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"siip-asn/bot/scheduler"
	"siip-asn/bot/telegram"
	"siip-asn/flow/post"
)

// sender empties the outbox. The scheduler decides what goes next; whatever changes its mind (a ticket comes, a delivery ends,
// a time has come) calls launch, and each delivery runs in a goroutine of its own (courier.go).
type sender struct {
	bot     *Bot
	mu      sync.Mutex
	turns   *scheduler.Scheduler
	added   []post.Ticket // before the outbox was read
	begun   uint64        // the newest that was in the outbox then: whatever is older is in a line already, or replaced
	ctx     context.Context
	fail    context.CancelCauseFunc
	running bool
	resting chan scheduler.Permit // takes what may go to a goroutine that has nothing to do
	rest    int                   // how many of those there are
	idle    *sync.Cond            // something has ended
	timer   *time.Timer           // for when something may go
	bad     trouble
	lost    map[uint64]error // files that were tried often enough, and why
}

const (
	finishTime = 8 * time.Second // for what is under way when the program stops
	forgetTime = time.Minute     // between looks at what can be forgotten
)

func newSender(b *Bot) *sender {
	s := &sender{
		bot: b, turns: scheduler.New(b.Limits, time.Now()), bad: trouble{what: "sending", log: b.Log}, lost: map[uint64]error{},
		resting: make(chan scheduler.Permit),
	}
	s.idle = sync.NewCond(&s.mu)
	return s
}

// add hands tickets over. It never waits.
func (s *sender) add(tickets []post.Ticket) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ctx == nil {
		s.added = append(s.added, tickets...)
		return
	}
	s.enqueue(tickets)
	s.launch()
}

// enqueue takes in what is not in a line already: the first poll may be durable before the outbox is read.
func (s *sender) enqueue(tickets []post.Ticket) {
	now := time.Now()
	for _, t := range tickets {
		if t.ID > s.begun {
			s.turns.Add(s.lighter(t), now)
		}
	}
}

// manyWaiting is from how many tickets on those of news do not keep in memory what they stand for.
const manyWaiting = 5000

func (s *sender) lighter(t post.Ticket) post.Ticket {
	if s.turns.Waiting() > manyWaiting && !t.IsTap {
		t.Item = nil
	}
	return t
}

// run sends until the context ends, and then waits for what is under way, but not for ever: what is not noted is sent again
// by the next start. fail is called when the database has failed.
func (s *sender) run(ctx context.Context, fail context.CancelCauseFunc) error {
	if err := s.begin(ctx, fail); err != nil {
		return fmt.Errorf("outbox: %w", err)
	}
	tick := time.NewTicker(forgetTime)
	defer tick.Stop()
	for ctx.Err() == nil {
		select {
		case <-tick.C:
			s.with(func(now time.Time) { s.turns.Forget(now) })
		case <-ctx.Done():
		}
	}
	s.finish()
	return nil
}

// begin takes over what earlier processes have left, and what was handed over before.
func (s *sender) begin(ctx context.Context, fail context.CancelCauseFunc) error {
	if err := s.bot.Outbox.Bot(s.bot.id); err != nil {
		return err
	}
	last, err1 := s.bot.Outbox.LastSent()
	rests, err2 := s.bot.Outbox.Rests(time.Now())
	pending, err3 := s.bot.Outbox.Pending()
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	s.turns.TakeOver(now.Add(-max(0, s.bot.Now().Sub(last))))
	for _, r := range rests {
		scope := cmp.Or(scheduler.Scope(r.Scope), scheduler.AllScope) // databases of before know no scopes
		s.turns.Hold(scheduler.Hold{Scope: scope, For: r.For}, now)
	}
	s.enqueue(pending)
	for _, t := range pending {
		s.begun = max(s.begun, t.ID)
	}
	s.enqueue(s.added)
	s.added = nil
	s.ctx, s.fail, s.running = ctx, fail, true
	s.launch()
	return nil
}

// left tells whether a ticket is one that an earlier process has left.
func (s *sender) left(t post.Ticket) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return t.ID <= s.begun
}

// with does something with the scheduler, and lets go what may go then.
func (s *sender) with(do func(now time.Time)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	do(time.Now())
	s.launch()
}

// launch sends off what may go now. It is called with the lock.
func (s *sender) launch() {
	for s.running {
		p, found := s.next()
		if !found {
			return
		}
		select {
		case s.resting <- p:
		default:
			go s.work(p)
		}
	}
}

// next gives what may go now; when nothing may, the timer will ask again. It is called with the lock.
func (s *sender) next() (p scheduler.Permit, found bool) {
	if !s.running || s.ctx.Err() != nil {
		return p, false
	}
	p, found, wait := s.turns.Next(time.Now())
	if found || wait <= 0 {
		return p, found
	}
	s.bot.Watch.HeldBack(HeldByRate)
	if s.timer == nil {
		s.timer = time.AfterFunc(wait, func() { s.with(func(time.Time) {}) })
	} else {
		s.timer.Reset(wait)
	}
	return p, false
}

// outcome is what became of a try.
type outcome struct {
	permit  scheduler.Permit
	receipt post.Receipt
	unused  bool // there was nothing to send any more
	err     error
}

// restingMost is how many goroutines wait for something to do: a stack that has grown is dear to grow again.
const restingMost = 64

// work makes tries, one after the other, as long as something may go, and rests when nothing may.
func (s *sender) work(p scheduler.Permit) {
	for more := true; more; {
		for found := true; found; {
			o := s.try(p)
			p, found = s.end(o)
		}
		p, more = s.sleep()
	}
}

// sleep waits for something to do; more is false when enough others wait already, and at the stop.
func (s *sender) sleep() (p scheduler.Permit, more bool) {
	if !s.counted(1) {
		return p, false
	}
	defer s.counted(-1)
	select {
	case p = <-s.resting:
		return p, true
	case <-s.ctx.Done():
		return p, false
	}
}

// counted changes the number of those who rest, if it may grow.
func (s *sender) counted(by int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if by > 0 && s.rest >= restingMost {
		return false
	}
	s.rest += by
	return true
}

// try delivers what a ticket stands for, if it is still to be delivered.
func (s *sender) try(p scheduler.Permit) (o outcome) {
	o = outcome{permit: p, receipt: post.Receipt{ID: p.Ticket.ID, To: p.Ticket.To}}
	defer func() {
		if r := recover(); r != nil {
			o.err, o.receipt.Problem = nil, fmt.Sprintf("panic: %v", r)
			s.bot.Log.Error("cannot be sent", "outbox", p.Ticket.ID, "error", o.receipt.Problem)
		}
	}()
	draft, ready, err := s.bot.Outbox.Ready(p.Ticket)
	switch {
	case err != nil:
		s.fail(fmt.Errorf("outbox: %w", err))
		o.err = err
	case !ready:
		o.unused = true
	default:
		c := courier{bot: s.bot, ctx: s.ctx, permit: p, draft: draft, paid: true}
		o.receipt, o.err = c.deliver()
	}
	if errors.Is(o.err, errWithdrawn) {
		o.receipt, o.err = post.Receipt{ID: p.Ticket.ID, To: p.Ticket.To}, nil // what it has shown already stands
	}
	return o
}

// end looks at an outcome, and gives the next thing that may go. What is through is noted before anything else of its chat
// begins, so that that finds the message which holds its slot.
func (s *sender) end(o outcome) (next scheduler.Permit, found bool) {
	through := s.judge(&o)
	if through && !o.unused {
		o.receipt.At = s.bot.Now()
		s.bot.Outbox.Note(o.receipt)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if through {
		s.turns.Done(o.permit, o.unused, time.Now())
		delete(s.lost, o.permit.Ticket.ID)
	} else {
		s.again(o)
	}
	s.idle.Broadcast()
	if next, found = s.next(); found {
		s.launch()
	}
	return next, found
}

// judge tells whether there is nothing more to do for a ticket.
func (s *sender) judge(o *outcome) (through bool) {
	v := telegram.Judge(o.err)
	var broken *renderError
	switch {
	case errors.As(o.err, &broken):
		v = telegram.Refused
	case v == telegram.Refused && o.receipt.To < 0:
		v = telegram.Gone // groups take what their admins let them take; the office has nothing in them
	}
	switch v {
	case telegram.Done:
	case telegram.Wait, telegram.Again:
		return false
	case telegram.Gone:
		o.receipt.Gone = true
		s.bot.Log.Info("a person cannot be reached", "outbox", o.receipt.ID, "error", o.err)
	default:
		o.receipt.Problem = o.err.Error()
		s.bot.Log.Error("cannot be sent", "outbox", o.receipt.ID, "error", o.err)
	}
	return true
}

// again puts a ticket back for a later try; one that was tried often enough while others went through is given up: of a file
// the person is told. It is called with the lock.
func (s *sender) again(o outcome) {
	now := time.Now()
	if telegram.Judge(o.err) == telegram.Wait || errors.Is(o.err, errHeld) || s.ctx.Err() != nil {
		s.turns.PutBack(o.permit, now)
		return
	}
	tries, tooMany := s.turns.Failed(o.permit, now)
	if tries == 0 {
		s.bad.note(o.err, now)
	}
	id := o.permit.Ticket.ID
	switch {
	case !tooMany:
	case o.permit.Class == scheduler.File && s.lost[id] == nil:
		s.lost[id] = o.err // the next try is the apology
	default:
		s.turns.GiveUp(o.permit, now)
		delete(s.lost, id)
		s.bot.Log.Error("cannot be sent", "outbox", id, "error", o.err)
		s.bot.Outbox.Note(post.Receipt{ID: id, To: o.receipt.To, At: s.bot.Now(), Problem: o.err.Error()})
	}
}

// lostFor is why a file was given up, nil when it was not.
func (s *sender) lostFor(id uint64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lost[id]
}

// finish waits for what is under way when the program stops.
func (s *sender) finish() {
	over := time.AfterFunc(finishTime, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.running = false
		s.idle.Broadcast()
	})
	defer over.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.running && s.turns.InFlight() > 0 {
		s.idle.Wait()
	}
	s.running = false
	if n := s.turns.InFlight(); n > 0 {
		s.bot.Log.Warn("stopped while messages were under way", "count", n)
	}
}

// errHeld ends a try whose next call would have to wait for so long that its place is better given to others.
var errHeld = errors.New("the next call has to wait")

// heldMost is how long a call waits inside a place.
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

// ended takes in how a call has ended. line tells that it was one of those that wait in lines; tooMany holds up what a 429
// holds up; worked, which may be nil, is for what has been answered.
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

// keep notes pauses for a process that is started in the meantime.
func (s *sender) keep(holds []scheduler.Hold, now time.Time) {
	for _, h := range holds {
		s.bot.Watch.HeldBack(HeldByServer)
		s.bot.Log.Warn("the Bot API asks for a pause", "scope", string(h.Scope), "retry_after", h.For.Round(time.Millisecond).String())
		s.bot.Outbox.Rest(post.Rest{Scope: string(h.Scope), For: h.For, Until: now.Add(h.For)})
	}
}

// methodWait is for how much longer a method that puts nothing into a chat may not be called.
func (s *sender) methodWait(method string) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.turns.Method(method, time.Now())
}
