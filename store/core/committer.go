package core

import (
	"errors"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/post"
	"siip-asn/store/pending"
)

// receiptWait is how long a receipt waits for events to travel with before it is worth a commit of its own; a kill in that
// time sends its message once more.
const receiptWait = 200 * time.Millisecond

// committer is a group commit: one goroutine makes events and receipts durable. Everything that waits when it begins goes into
// one transaction, so one sync of the disk, which takes milliseconds, serves all of them. The receipts come first: so a step
// sees every message that was sent before it.
type committer struct {
	Mu      sync.Mutex
	Batches []*Batch
	Notes   notes
	since   time.Time // when the oldest of the notes came
	flushes []chan error
	Failed  error // the outcome of a commit is unknown: nothing is written any more
	closing bool

	waiting map[pending.SlotKey]pending.WaitingSlot // which record of the outbox waits for which slot; only the goroutine touches it

	wake chan struct{}
	over chan struct{} // closed when the goroutine has ended
}

// notes are what nobody waits for: they may be written up to receiptWait later.
type notes struct {
	Receipts []post.Receipt
	rests    []post.Rest
}

func (n notes) none() bool { return len(n.Receipts) == 0 && len(n.rests) == 0 }

// Batch is an Apply that waits for its commit, and what came of it.
type Batch struct {
	Events  []post.Incoming
	write   func(*Writer) error // a change that is no event, such as Resend; nil: none
	Spoiled map[int]error       // why events could not be taken; writeAt: why write could not
	Tickets []post.Ticket
	Done    chan error
}

// writeAt is the key of Batch.Spoiled, and the place in a badEvent, that means Batch.write and not one of the events.
const writeAt = -1

func startCommitter(s *Store) (err error) {
	s.Commits = &committer{wake: make(chan struct{}, 1), over: make(chan struct{})}
	err = s.View(func(tx *bolt.Tx) (err error) {
		s.Commits.waiting, err = readWaiting(tx)
		return err
	})
	if err == nil {
		go commitAll(s)
	}
	return err
}

// enter hands a batch over and waits until it is durable.
func (s *Store) enter(b *Batch) ([]post.Ticket, error) {
	s.RefuseReentry()
	b.Spoiled, b.Done = map[int]error{}, make(chan error, 1)
	if err := s.Commits.Change(func() { s.Commits.Batches = append(s.Commits.Batches, b) }); err != nil {
		return nil, err
	}
	if err := <-b.Done; err != nil {
		return nil, err
	}
	return b.Tickets, b.Spoiled[writeAt]
}

// commitAll is the loop of the committer's goroutine. After a commit that has failed it writes nothing, and gives that error to
// everybody who still waits.
func commitAll(s *Store) {
	c := s.Commits
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
			err = Commit(s, work)
		}
		if err == nil {
			s.Mail.Settled(work.notes.Receipts)
		}
		c.Finish(work, err)
	}
}

// CommitWork is what goes into one transaction.
type CommitWork struct {
	Batches []*Batch
	notes   notes
	flushes []chan error
}

// take gives what is worth a commit now: batches and flushes at once, notes alone when the oldest has waited receiptWait. When
// nothing is, work is nil and wait says how long until then; more is false when it is closed and everything is written.
func (c *committer) take(now time.Time) (work *CommitWork, wait time.Duration, more bool) {
	c.Mu.Lock()
	defer c.Mu.Unlock()
	wait = time.Hour
	if !c.Notes.none() {
		wait = c.since.Add(receiptWait).Sub(now)
	}
	switch {
	case len(c.Batches) == 0 && len(c.flushes) == 0 && c.closing && c.Notes.none():
		return nil, 0, false
	case len(c.Batches) == 0 && len(c.flushes) == 0 && !c.closing && wait > 0:
		return nil, wait, true
	}
	work = &CommitWork{Batches: c.Batches, notes: c.Notes, flushes: c.flushes}
	c.Batches, c.Notes, c.flushes = nil, notes{}, nil
	return work, 0, true
}

// Finish tells everybody who waits for the commit.
func (c *committer) Finish(work *CommitWork, err error) {
	if err != nil {
		c.Mu.Lock()
		c.Failed = err
		c.Mu.Unlock()
	}
	for _, b := range work.Batches {
		b.Done <- err
	}
	for _, done := range work.flushes {
		done <- err
	}
}

// Change alters what waits under the lock, and wakes the goroutine. It does not when one note joins others: the timer of the
// first one is running, and waking for each would cost a switch of goroutines for every message sent. After a failure, or when
// it is closed, alter is not called, and the error says which.
func (c *committer) Change(alter func()) error {
	c.Mu.Lock()
	defer c.Mu.Unlock()
	if c.Failed != nil {
		return c.Failed
	}
	if c.closing {
		return errClosed
	}
	timed := !c.Notes.none() && len(c.Batches)+len(c.flushes) == 0
	alter()
	if timed && len(c.Batches)+len(c.flushes) == 0 && !c.closing {
		return nil
	}
	select {
	case c.wake <- struct{}{}:
	default:
	}
	return nil
}

func (c *committer) failure() error {
	c.Mu.Lock()
	defer c.Mu.Unlock()
	return c.Failed
}

var errClosed = errors.New("the store is closed")

// note adds to what may be written a moment later.
func (c *committer) note(add func(*notes)) error {
	return c.Change(func() {
		if c.Notes.none() {
			c.since = time.Now()
		}
		add(&c.Notes)
	})
}

// flush waits until everything that was noted before is durable.
func (c *committer) flush() error {
	done := make(chan error, 1)
	if err := c.Change(func() { c.flushes = append(c.flushes, done) }); err != nil {
		return err
	}
	return <-done
}

// close writes what waits, and ends the goroutine.
func (c *committer) close() error {
	_ = c.Change(func() { c.closing = true })
	<-c.over
	return c.failure()
}

// Commit writes work in one transaction. An event that cannot be taken spoils only itself: the transaction is rolled back and
// run once more, in which that event becomes a dead letter. So write and the steps may run several times.
func Commit(s *Store, work *CommitWork) error {
	var w *Writer
	for {
		err := s.DB.Update(func(tx *bolt.Tx) error {
			w = &Writer{
				Reader: s.ReaderOf(tx), Options: s.Options, judged: s.people.Load(),
				waits: &pending.WaitingSlots{Durable: s.Commits.waiting, Changed: map[pending.SlotKey]pending.WaitingSlot{}},
			}
			return w.run(work)
		})
		var bad *badEvent
		if err == nil {
			w.waits.Committed()
			if w.people {
				s.people.Add(1)
			}
			break
		}
		if !errors.As(err, &bad) {
			return err
		}
		bad.batch.Spoiled[bad.at] = bad.err
	}
	if updates := work.updates(); updates+len(w.entries)+w.dead > 0 {
		s.Options.Watch.Taken(updates, w.entries, w.dead)
	}
	if w.More && s.Options.More != nil {
		s.Options.More()
	}
	return nil
}

func (w *Writer) run(work *CommitWork) error {
	if err := w.settleAll(work.notes); err != nil {
		return err
	}
	for _, b := range work.Batches {
		if err := noteClock(w.Tx, b.Events); err != nil {
			return err
		}
		w.tickets = nil
		if b.write != nil && b.Spoiled[writeAt] == nil {
			w.in, w.out, w.bound, w.people = post.Incoming{}, nil, map[flow.AccountID]flow.Pegawai{}, true
			if err := errors.Join(b.write(w), w.Err); err != nil {
				return &badEvent{batch: b, at: writeAt, err: err}
			}
		}
		for i, in := range b.Events {
			if err := w.take(in, b.Spoiled[i]); err != nil {
				return &badEvent{batch: b, at: i, err: err}
			}
		}
		b.Tickets = w.tickets
	}
	if w.people {
		work.judgeAgain()
	}
	return nil
}

// judgeAgain takes the judgement off every ticket, so that Ready judges: this transaction has changed accounts or pegawai, maybe
// after a ticket of it was judged.
func (work *CommitWork) judgeAgain() {
	for _, b := range work.Batches {
		for i := range b.Tickets {
			b.Tickets[i].Judged = 0
		}
	}
}

// updates counts what Telegram has brought; the clock and the program itself bring events too.
func (work *CommitWork) updates() (n int) {
	for _, b := range work.Batches {
		for _, in := range b.Events {
			if in.Update != 0 {
				n++
			}
		}
	}
	return n
}
