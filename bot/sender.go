package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"siip-asn/bot/scheduler"
	"siip-asn/flow/post"
)

// sender empties the outbox with a pool of goroutines (try.go). The scheduler decides what goes next; whenever that may have
// changed (a ticket comes, a delivery ends, the timer fires) launch is called, which gives each permit to a goroutine that rests,
// or starts one. At most scheduler.Places deliveries are under way at once. mu guards everything below it.
type sender struct {
	bot     *Bot
	mu      sync.Mutex
	turns   *scheduler.Scheduler
	added   []post.Ticket // tickets that came before begin has read the outbox
	begun   uint64        // the highest id that begin has found in the outbox: what is not above it is in a line already, or was replaced
	ctx     context.Context
	fail    context.CancelCauseFunc
	running bool
	resting chan scheduler.Permit // unbuffered: hands a permit to a goroutine that rests
	rest    int                   // how many goroutines rest
	idle    *sync.Cond            // signalled when a delivery has ended
	timer   *time.Timer           // calls launch when the first ticket that has to wait may go
	bad     trouble
	lost    map[uint64]error // by outbox id: files that are given up, and why; their next try is the apology
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

// enqueue gives tickets to the scheduler, each once: what the first poll caused may be durable before begin reads the outbox, and
// then comes from both. Ids grow with the commits, so what is not newer than begun is in a line already.
func (s *sender) enqueue(tickets []post.Ticket) {
	now := time.Now()
	for _, t := range tickets {
		if t.ID > s.begun {
			s.turns.Add(s.lighter(t), now)
		}
	}
}

// manyWaiting bounds memory: when more tickets wait than this, new ones leave their record on disk, and Ready reads it when its
// turn comes. Answers to taps keep theirs: they go at once.
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

// begin takes over the outbox and the pauses that earlier processes have left, then what was handed to add before, and starts to
// send.
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
		scope := cmp.Or(scheduler.Scope(r.Scope), scheduler.AllScope) // an older version of the program kept one pause, for everything
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

// with changes the scheduler under the lock, and launches what may go then.
func (s *sender) with(do func(now time.Time)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	do(time.Now())
	s.launch()
}

// finish waits for the deliveries under way when the program stops, finishTime at most. What ends later may not be noted any more,
// and is then sent once more by the next start.
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
