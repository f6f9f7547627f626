package bot

import (
	"errors"
	"fmt"
	"time"

	"siip-asn/bot/scheduler"
	"siip-asn/bot/telegram"
	"siip-asn/flow/post"
)

// launch gives every permit that there is to a goroutine that rests, or starts one. It is called with the lock, and never waits.
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

// restingMost is how many goroutines are kept without work. They are kept because a delivery needs a deep stack (JSON, HTTP), and
// the small stack of a new goroutine would have to grow to that size, by copying, for each delivery.
const restingMost = 64

// work is a goroutine of the pool: it makes tries, one after the other, as long as the scheduler has a permit, and then rests.
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

// counted adds to the number of goroutines that rest; false when there are restingMost already, and then the caller ends.
func (s *sender) counted(by int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if by > 0 && s.rest >= restingMost {
		return false
	}
	s.rest += by
	return true
}

// try delivers what a ticket stands for, if Ready says that it is still to be delivered. A panic counts as a refusal of this one
// ticket, so that it neither ends the bot nor is tried for ever.
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
		o.receipt, o.err = post.Receipt{ID: p.Ticket.ID, To: p.Ticket.To}, nil // parts that were sent stay; the record ends without a problem
	}
	return o
}

// end takes in the outcome of a try, and gives the permit for the next one, if there is any. The receipt is noted before Done lets
// the chat go on: so the next screen of the chat finds the message that holds its slot.
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
		v = telegram.Gone // a group whose admins forbid writing is no fault for the operator
	}
	switch v {
	case telegram.Done:
	case telegram.Wait, telegram.Again:
		return false
	case telegram.Gone:
		o.receipt.Unreachable = true
		s.bot.Log.Info("a person cannot be reached", "outbox", o.receipt.ID, "error", o.err)
	default:
		o.receipt.Problem = o.err.Error()
		s.bot.Log.Error("cannot be sent", "outbox", o.receipt.ID, "error", o.err)
	}
	return true
}

// again puts a ticket back for a later try. A 429 or a stop is not the ticket's fault and is not counted. One that has failed too
// often while others went through is given up and becomes a dead letter; a file gets one more try, which only tells the person
// that it is not coming. It is called with the lock.
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
