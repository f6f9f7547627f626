package office

import (
	"context"
	"fmt"

	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// wake tells the worker that somebody's work is not through. It never waits.
func (o *Office) wake() {
	select {
	case o.more <- struct{}{}:
	default:
	}
}

// goOn is the worker for long work, such as a message to everybody: each Continue does one part in a transaction of its own, so
// that the steps of people go between the parts. What is left is in the database (store.Unfinished), so it begins with what an
// earlier process has left.
func (o *Office) goOn(ctx context.Context) error {
	o.wake()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-o.more:
		}
		chats, err := o.Store.Unfinished()
		for _, chat := range chats {
			if err == nil && ctx.Err() == nil {
				err = o.apply(dialog.Event{From: chat, Input: dialog.Continue{}})
			}
		}
		if err != nil {
			return fmt.Errorf("unfinished work: %w", err)
		}
	}
}

// apply takes an event in that no update has brought.
func (o *Office) apply(e dialog.Event) error {
	e.At = o.local()
	return o.Take(post.Incoming{Event: e})
}

// Take lets the core do what came in, in a transaction of its own, and hands on what must be sent.
func (o *Office) Take(in post.Incoming) error {
	tickets, err := o.Store.Apply([]post.Incoming{in})
	if err == nil {
		o.deliver(tickets)
	}
	return err
}

// deliver hands what is in the outbox to the bot. Without one it waits there for the next start.
func (o *Office) deliver(tickets []post.Ticket) {
	if o.Bot != nil {
		o.Bot.Deliver(tickets)
	}
}

// tick lets the core do what is due by now.
func (o *Office) tick() error {
	due := o.Config.JadwalRekap.Last(o.local())
	if err := o.apply(dialog.Event{Input: dialog.Tick{Rekap: due}}); err != nil {
		return fmt.Errorf("tick: %w", err)
	}
	by, believed, err := o.Store.Leap()
	o.logged("the clock", err)
	o.watch.leapt(by, believed)
	return nil
}
