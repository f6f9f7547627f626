package world

import (
	"context"
)

// Wait returns when ok is true, and asks it again at every change: a call, an update, a message, a poll that begins to
// wait. It never sleeps. ok may call anything of the server.
func (s *World) Wait(ctx context.Context, ok func() bool) error {
	return s.Await(ctx, func() <-chan struct{} { return s.Change }, ok)
}

// Await waits until ok is true. It takes the channel that the next change closes before it asks ok, as one takes the lock of a
// condition variable: a change between the question and the wait would else be missed.
func (s *World) Await(ctx context.Context, next func() <-chan struct{}, ok func() bool) error {
	for {
		s.Mu.Lock()
		change := next()
		s.Mu.Unlock()
		if ok() {
			return nil
		}
		select {
		case <-change:
		case <-ctx.Done():
			return ctx.Err()
		case <-s.Closed:
			return ErrClosed
		}
	}
}
