package bot

import (
	"context"
	"math/rand/v2"
	"time"
)

// backoff is exponential with jitter: after each failure in a row the wait doubles, from 250 ms to 30 s, and what is waited is a
// random part of it between a half and the whole, so that many clients do not come back together.
type backoff struct{ next time.Duration }

const (
	backoffFirst = 250 * time.Millisecond // short: a single broken connection is common and means little
	backoffMax   = 30 * time.Second
)

func newBackoff() *backoff { return &backoff{next: backoffFirst} }

// step is how long to wait after one more failure.
func (b *backoff) step() time.Duration {
	d := b.next
	b.next = min(2*b.next, backoffMax)
	return d/2 + rand.N(d/2+1)
}

func (b *backoff) reset() { b.next = backoffFirst }

func (b *backoff) wait(ctx context.Context) { sleep(ctx, b.step()) }

// sleep waits, or returns when the context ends.
func sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
