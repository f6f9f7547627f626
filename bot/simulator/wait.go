package simulator

import "context"

// Wait returns when ok is true, and asks it again at every change: a call, an update, a message, a poll that begins to
// wait. It never sleeps. ok may call anything of the server.
func (s *Server) Wait(ctx context.Context, ok func() bool) error {
	return s.await(ctx, func() <-chan struct{} { return s.change }, ok)
}

// await takes the channel that the next change closes before it asks, so that no change is missed.
func (s *Server) await(ctx context.Context, next func() <-chan struct{}, ok func() bool) error {
	for {
		s.mu.Lock()
		change := next()
		s.mu.Unlock()
		if ok() {
			return nil
		}
		select {
		case <-change:
		case <-ctx.Done():
			return ctx.Err()
		case <-s.closed:
			return ErrClosed
		}
	}
}
