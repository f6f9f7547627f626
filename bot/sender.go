package bot

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"siip-asn/flow/post"
)

// sender empties the outbox. One loop decides what goes next; deliveries run beside it, for each chat one at a time, and one
// of its files. What became of them is noted before the next one of the chat begins, so that it finds the
// message that holds its slot.
type sender struct {
	bot    *Bot
	queue  *queue
	begun  uint64 // the newest that was in the outbox at the start: whatever is older is in the queue already, or replaced
	retry  *backoff
	bad    trouble
	until  time.Time // nothing goes out before: the network or the server is in trouble
	flying int
	landed chan outcome // room for all that fly: a delivery never waits to land

	mu    sync.Mutex
	added []post.Ticket
	wake  chan struct{}
}

// outcome is what became of a try.
type outcome struct {
	ticket  post.Ticket
	receipt post.Receipt
	err     error
}

const (
	flyingMax = 24              // calls at once
	landTime  = 8 * time.Second // for what is under way when the program stops
	idleTime  = time.Minute     // between looks at what can be forgotten
)

func newSender(b *Bot) *sender {
	return &sender{
		bot: b, queue: newQueue(), retry: newBackoff(), bad: trouble{what: "sending", log: b.Log},
		landed: make(chan outcome, flyingMax), wake: make(chan struct{}, 1),
	}
}

// add hands tickets over. It never waits.
func (s *sender) add(tickets []post.Ticket) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.added = append(s.added, tickets...)
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

func (s *sender) enqueueAdded() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range s.added {
		if t.ID > s.begun { // the first poll may be durable before the outbox is read
			s.queue.add(t, s.bot.pace.limiter)
		}
	}
	s.added = nil
}

// run sends until the context ends, and then waits for what is under way. An error means that the database has failed.
func (s *sender) run(ctx context.Context) error {
	if err := s.begin(); err != nil {
		return fmt.Errorf("outbox: %w", err)
	}
	for ctx.Err() == nil {
		s.enqueueAdded()
		timer := time.NewTimer(s.launch(ctx))
		select {
		case <-timer.C:
			s.bot.pace.forget(time.Now(), s.queue.has)
		case <-s.wake:
		case o := <-s.landed:
			s.land(o)
		case <-ctx.Done():
		}
		timer.Stop()
	}
	if err := s.landAll(); err != nil {
		return fmt.Errorf("outbox: %w", err)
	}
	return nil
}

// begin queues what earlier processes have left, and what was handed over before.
func (s *sender) begin() error {
	pending, err := s.bot.Outbox.Pending()
	for _, t := range pending {
		s.queue.add(t, s.bot.pace.limiter)
		s.begun = max(s.begun, t.ID)
	}
	return err
}

// launch sends off what may go now, and says how long to sleep when nothing else happens.
func (s *sender) launch(ctx context.Context) time.Duration {
	for s.flying < flyingMax {
		now := time.Now()
		if d := max(s.bot.pace.pausedFor(now), s.until.Sub(now)); d > 0 {
			return d
		}
		ticket, found, wait := s.queue.next(now)
		if !found && wait > 0 {
			return wait
		}
		if !found {
			return idleTime
		}
		if s.replaced(ticket) {
			s.queue.drop(ticket)
			continue
		}
		turn := s.bot.pace.all.ReserveN(now, 1)
		if d := turn.DelayFrom(now); d > 0 {
			turn.CancelAt(now)
			s.bot.Watch.HeldBack(HeldByRate)
			return d
		}
		s.queue.take(ticket, now)
		s.flying++
		go s.fly(ctx, ticket)
	}
	return idleTime
}

// replaced tells whether a later screen has taken the place of what the ticket stands for: that costs no turn. Somebody who
// writes ten times while he waits would else wait ten turns for the one answer.
func (s *sender) replaced(t post.Ticket) bool {
	_, ready, err := s.bot.Outbox.Ready(t)
	return err == nil && !ready // an error is for the try to see
}

// fly makes one try. It is not called off when the program stops: a call that was made may have taken effect.
func (s *sender) fly(ctx context.Context, t post.Ticket) {
	o := outcome{ticket: t, receipt: post.Receipt{ID: t.ID, To: t.To}}
	defer func() {
		if p := recover(); p != nil {
			o.err, o.receipt.Problem = nil, fmt.Sprintf("panic: %v", p)
		}
		s.landed <- o
	}()
	draft, ready, err := s.bot.Outbox.Ready(t)
	if err != nil || !ready {
		o.err = err
		return
	}
	d := delivery{Bot: s.bot, draft: draft, paid: true}
	o.receipt, o.err = d.deliver(ctx)
}

// land notes what became of what has landed, and frees the chats.
func (s *sender) land(first outcome) {
	outcomes := []outcome{first}
	for more := true; more; {
		select {
		case o := <-s.landed:
			outcomes = append(outcomes, o)
		default:
			more = false
		}
	}
	s.flying -= len(outcomes)
	for i := range outcomes {
		o := &outcomes[i]
		if s.over(o) {
			o.receipt.At = s.bot.Now()
			s.bot.Outbox.Note(o.receipt)
			s.queue.done(o.ticket)
		}
	}
}

// over looks at an outcome: true when there is nothing more to do for it, false when it was put back into the queue.
func (s *sender) over(o *outcome) bool {
	v := judge(o.err)
	var broken *renderError
	if errors.As(o.err, &broken) {
		v = hopeless
	}
	switch v {
	case wait, again:
		s.tryAgain(o, v)
		return false
	case gone:
		o.receipt.Gone = true
		s.bot.Log.Info("a person cannot be reached", "outbox", o.ticket.ID, "error", o.err)
	case hopeless, replaced:
		o.receipt.Problem = o.err.Error()
		s.bot.Log.Error("cannot be sent", "outbox", o.ticket.ID, "error", o.err)
	default:
		s.retry.reset()
		s.bad.note(nil, time.Now())
	}
	return true
}

// tryAgain puts a ticket back. Trouble with the network or the server holds up everything for a moment; those that were
// in the air together are one trouble.
func (s *sender) tryAgain(o *outcome, v verdict) {
	now := time.Now()
	if v == again && !errors.Is(o.err, context.Canceled) && now.After(s.until) {
		d := s.retry.step()
		s.until = now.Add(d)
		s.bad.note(o.err, now)
	}
	s.queue.putBack(o.ticket)
	if v == again { // after a 429 the pause is enough
		s.queue.putOff(o.ticket, now)
	}
}

// landAll waits for what is under way when the program stops, but not for ever: what is not settled is sent again by the
// next start.
func (s *sender) landAll() error {
	timeout := time.NewTimer(landTime)
	defer timeout.Stop()
	for s.flying > 0 {
		select {
		case o := <-s.landed:
			s.land(o)
		case <-timeout.C:
			s.bot.Log.Warn("stopped while messages were under way", "count", s.flying)
			return s.bot.Outbox.Flush()
		}
	}
	return s.bot.Outbox.Flush()
}
