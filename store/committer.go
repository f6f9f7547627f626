package store

import (
	"errors"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/post"
)

// receiptWait is how long a receipt waits for events to travel with before it is worth a commit of its own; a kill in that
// time sends its message once more.
const receiptWait = 200 * time.Millisecond

// committer is the one goroutine that makes events and receipts durable. What waits when it begins goes into one
// transaction, the receipts first: so a step sees every message that was sent before it.
type committer struct {
	mu      sync.Mutex
	batches []*batch
	notes   notes
	since   time.Time // when the oldest of the notes came
	flushes []chan error
	failed  error // the outcome of a commit is unknown: nothing is written any more
	closing bool

	waiting map[slotKey]uint64 // in the outbox; the goroutine's own

	wake chan struct{}
	over chan struct{} // closed when the goroutine has ended
}

// notes are what may be written a moment later.
type notes struct {
	receipts []post.Receipt
	rests    []post.Rest
}

func (n notes) none() bool { return len(n.receipts) == 0 && len(n.rests) == 0 }

// batch is an Apply that waits for its commit, and what came of it.
type batch struct {
	events  []post.Incoming
	write   func(*writer) error // something else than events
	spoiled map[int]error       // why events could not be taken; writeAt: why write could not
	tickets []post.Ticket
	done    chan error
}

// writeAt stands for batch.write among the events.
const writeAt = -1

func (s *Store) startCommitter() (err error) {
	s.commits = &committer{wake: make(chan struct{}, 1), over: make(chan struct{})}
	err = s.view(func(tx *bolt.Tx) (err error) {
		s.commits.waiting, err = readWaiting(tx)
		return err
	})
	if err == nil {
		go s.commitAll()
	}
	return err
}

// enter hands a batch over and waits until it is durable.
func (s *Store) enter(b *batch) ([]post.Ticket, error) {
	s.refuseReentry()
	b.spoiled, b.done = map[int]error{}, make(chan error, 1)
	if err := s.commits.change(func() { s.commits.batches = append(s.commits.batches, b) }); err != nil {
		return nil, err
	}
	if err := <-b.done; err != nil {
		return nil, err
	}
	return b.tickets, b.spoiled[writeAt]
}

// commitAll is the goroutine.
func (s *Store) commitAll() {
	c := s.commits
	defer close(c.over)
	for {
		work, wait, more := c.take(time.Now())
		if !more {
			return
		}
		if work == nil {
			timer := time.NewTimer(wait)
			select {
			case <-c.wake:
			case <-timer.C:
			}
			timer.Stop()
			continue
		}
		err := c.failure()
		if err == nil {
			err = s.commit(work)
		}
		if err == nil {
			s.mail.settled(work.notes.receipts)
		}
		c.finish(work, err)
	}
}

// commitWork is what goes into one transaction.
type commitWork struct {
	batches []*batch
	notes   notes
	flushes []chan error
}

// take gives what is worth a commit now. When nothing is, it says how long to wait; more is false when there is nothing
// more to come.
func (c *committer) take(now time.Time) (work *commitWork, wait time.Duration, more bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	wait = time.Hour
	if !c.notes.none() {
		wait = c.since.Add(receiptWait).Sub(now)
	}
	switch {
	case len(c.batches) == 0 && len(c.flushes) == 0 && c.closing && c.notes.none():
		return nil, 0, false
	case len(c.batches) == 0 && len(c.flushes) == 0 && !c.closing && wait > 0:
		return nil, wait, true
	}
	work = &commitWork{batches: c.batches, notes: c.notes, flushes: c.flushes}
	c.batches, c.notes, c.flushes = nil, notes{}, nil
	return work, 0, true
}

// finish tells everybody who waits for the commit.
func (c *committer) finish(work *commitWork, err error) {
	if err != nil {
		c.mu.Lock()
		c.failed = err
		c.mu.Unlock()
	}
	for _, b := range work.batches {
		b.done <- err
	}
	for _, done := range work.flushes {
		done <- err
	}
}

// change alters what waits, and wakes the goroutine unless it has a timer set for that already. After a failure, or when it
// is closed, nothing is taken any more.
func (c *committer) change(alter func()) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.failed != nil {
		return c.failed
	}
	if c.closing {
		return errClosed
	}
	timed := !c.notes.none() && len(c.batches)+len(c.flushes) == 0
	alter()
	if timed && len(c.batches)+len(c.flushes) == 0 && !c.closing {
		return nil
	}
	select {
	case c.wake <- struct{}{}:
	default:
	}
	return nil
}

func (c *committer) failure() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

var errClosed = errors.New("the store is closed")

// note adds to what may be written a moment later.
func (c *committer) note(add func(*notes)) error {
	return c.change(func() {
		if c.notes.none() {
			c.since = time.Now()
		}
		add(&c.notes)
	})
}

// flush waits until everything that was noted before is durable.
func (c *committer) flush() error {
	done := make(chan error, 1)
	if err := c.change(func() { c.flushes = append(c.flushes, done) }); err != nil {
		return err
	}
	return <-done
}

// close writes what waits, and ends the goroutine.
func (c *committer) close() error {
	_ = c.change(func() { c.closing = true })
	<-c.over
	return c.failure()
}

// commit writes it all in one transaction. An event that cannot be taken spoils only itself: everything is rolled back and
// run once more without it.
func (s *Store) commit(work *commitWork) error {
	var w *writer
	for {
		err := s.update(func(tx *bolt.Tx) error {
			w = &writer{
				Reader: s.reader(tx), options: s.options,
				waits: &waitingSlots{durable: s.commits.waiting, changed: map[slotKey]uint64{}},
			}
			return w.run(work)
		})
		var bad *badEvent
		if err == nil {
			w.waits.committed()
			break
		}
		if !errors.As(err, &bad) {
			return err
		}
		bad.batch.spoiled[bad.at] = bad.err
	}
	if updates := work.updates(); updates+len(w.entries)+w.dead > 0 {
		s.options.Watch.Taken(updates, w.entries, w.dead)
	}
	if w.more && s.options.More != nil {
		s.options.More()
	}
	return nil
}

func (w *writer) run(work *commitWork) error {
	if err := w.settleAll(work.notes); err != nil {
		return err
	}
	for _, b := range work.batches {
		if err := noteClock(w.tx, b.events); err != nil {
			return err
		}
		w.tickets = nil
		if b.write != nil && b.spoiled[writeAt] == nil {
			w.in, w.out, w.bound = post.Incoming{}, nil, map[flow.AccountID]flow.Pegawai{}
			if err := errors.Join(b.write(w), w.err); err != nil {
				return &badEvent{batch: b, at: writeAt, err: err}
			}
		}
		for i, in := range b.events {
			if err := w.take(in, b.spoiled[i]); err != nil {
				return &badEvent{batch: b, at: i, err: err}
			}
		}
		b.tickets = w.tickets
	}
	return nil
}

// updates counts what Telegram has brought; the clock and the program itself bring events too.
func (work *commitWork) updates() (n int) {
	for _, b := range work.batches {
		for _, in := range b.events {
			if in.Update != 0 {
				n++
			}
		}
	}
	return n
}
