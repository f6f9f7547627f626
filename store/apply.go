package store

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
	"siip-asn/store/table"
)

// Apply takes a batch of events, in order, in one transaction: one sync to disk for the lot. When it returns without an
// error, everything is durable, and the tickets are what is to be sent now.
//
// What was seen before is skipped (seen.go). An event that cannot be taken (it could not be decoded, or its step failed or
// panicked) becomes a dead letter and its person is told so; the others of the batch go through.
//
// An error means that the outcome is unknown: whoever called ends the program, and the next start reads what is true. A
// full disk is no such error as long as Options.Full waits for room.
func (s *Store) Apply(batch []post.Incoming) ([]post.Ticket, error) {
	spoiled := map[int]error{}
	for {
		tickets, bad, err := s.tryApply(batch, spoiled)
		if bad == nil {
			return tickets, err
		}
		spoiled[bad.at] = bad.err // roll back, and once more without it
	}
}

// badEvent is an event of the batch that cannot be taken.
type badEvent struct {
	at  int
	err error
}

func (b *badEvent) Error() string { return fmt.Sprintf("event %d of the batch: %v", b.at, b.err) }

func (s *Store) tryApply(batch []post.Incoming, spoiled map[int]error) ([]post.Ticket, *badEvent, error) {
	var w writer
	var bad *badEvent
	err := s.update(func(tx *bolt.Tx) error {
		w = writer{Reader: s.reader(tx), options: s.options}
		if err := noteClock(tx, batch); err != nil {
			return err
		}
		for i, in := range batch {
			if err := w.take(in, spoiled[i]); err != nil {
				return &badEvent{at: i, err: err}
			}
		}
		return nil
	})
	switch {
	case errors.As(err, &bad):
		return nil, bad, nil
	case err != nil:
		return nil, nil, err
	}
	s.options.Watch.Taken(updatesOf(batch), w.entries, w.dead)
	if w.more && s.options.More != nil {
		s.options.More()
	}
	return w.tickets, nil, nil
}

// updatesOf counts what Telegram has brought; the clock and the program itself bring events too.
func updatesOf(batch []post.Incoming) (n int) {
	for _, in := range batch {
		if in.Update != 0 {
			n++
		}
	}
	return n
}

// Unfinished lists the chats, and 0 for the clock, whose work is not through: each waits for a Continue.
func (s *Store) Unfinished() ([]flow.AccountID, error) {
	var list []flow.AccountID
	err := s.db.View(func(tx *bolt.Tx) error {
		mores.Scan(tx, nil, func(k, _ []byte) bool {
			list = append(list, flow.AccountID(table.Signed(k)))
			return true
		})
		return nil
	})
	return list, err
}

// writer applies events in one transaction.
type writer struct {
	*Reader
	options Options
	in      post.Incoming // the event in hand
	tickets []post.Ticket
	entries []flow.Entry // that were added to the trail
	dead    int          // letters
	more    bool         // somebody's work is not through
}

// take applies one event. spoiled is why it could not be taken the time before.
func (w *writer) take(in post.Incoming, spoiled error) error {
	w.in, w.now = in, in.Event.At
	seen, err := w.seen(in)
	if seen || err != nil {
		return err
	}
	if in.Poison != nil {
		spoiled = in.Poison
	}
	if spoiled != nil {
		return w.setAside(spoiled)
	}
	return w.step()
}

func (w *writer) step() error {
	e, err := w.outfitted()
	if err != nil {
		return err
	}
	before, _ := lookUp(w.Reader, sessions, key(int64(e.Chat())))
	was, err := json.Marshal(before.Session)
	if err != nil {
		return err
	}
	after, effects, err := guarded(w.options.Step, w.Reader, before.Session, e)
	if err := errors.Join(err, w.err); err != nil {
		return err
	}
	for _, effect := range effects {
		if err := w.apply(effect); err != nil {
			return fmt.Errorf("%T: %w", effect, err)
		}
	}
	if err := w.answerTap(effects); err != nil {
		return err
	}
	if err := w.noteNewest(e.Chat(), w.in.Message); err != nil {
		return err
	}
	if w.err != nil {
		return w.err
	}
	is, err := json.Marshal(after)
	if err != nil || bytes.Equal(was, is) {
		return err
	}
	return sessions.Put(w.tx, session{Chat: e.Chat(), At: e.At, Session: after})
}

// outfitted is the event in hand with the ids of what it may make.
func (w *writer) outfitted() (dialog.Event, error) {
	e := w.in.Event
	e.Usulan = flow.UsulanID(usulans.In(w.tx).Sequence() + 1)
	e.Panduan = flow.PanduanID(panduans.In(w.tx).Sequence() + 1)
	e.Pegawai = flow.PegawaiID(pegawais.In(w.tx).Sequence() + 1)
	e.OPD = flow.OPDID(opds.In(w.tx).Sequence() + 1)
	_, _ = rand.Read(e.Random[:]) // never fails: the program ends before
	if _, is := e.Input.(dialog.Continue); is {
		return e, mores.In(w.tx).Delete(key(int64(e.Chat())))
	}
	return e, nil
}

// guarded runs the core, and makes an error of a panic: it spoils this event only.
func guarded(step dialog.Step, r dialog.Reader, s dialog.Session, e dialog.Event) (after dialog.Session, effects []dialog.Effect, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return step(r, s, e)
}

// answerTap makes sure that every tap is answered, once.
func (w *writer) answerTap(effects []dialog.Effect) error {
	if w.in.Tap == "" {
		return nil
	}
	var answer dialog.Answer
	for _, effect := range effects {
		if a, ok := effect.(dialog.Answer); ok {
			answer = a // of several the last one counts
		}
	}
	return w.enqueue(post.Outgoing{To: w.in.Event.Chat(), Answer: &answer, Tap: w.in.Tap})
}

// setAside makes a dead letter of the event in hand, and tells its person.
func (w *writer) setAside(why error) error {
	letter := DeadLetter{At: w.in.Event.At, Update: w.in.Update, Raw: string(w.in.Raw), Problem: why.Error()}
	if err := w.bury(letter); err != nil {
		return err
	}
	if w.in.Event.From == 0 || w.options.Sorry == nil {
		return nil
	}
	effects := w.options.Sorry(w.in.Event)
	for _, effect := range effects {
		if err := w.apply(effect); err != nil {
			return err
		}
	}
	return w.answerTap(effects)
}
