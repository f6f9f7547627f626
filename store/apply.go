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

// Apply takes a batch of events, in order, in one transaction, together with other batches and receipts that wait: one sync
// to disk for the lot. When it returns without an error, everything is durable, and the tickets are what is to be sent now.
//
// What was seen before is skipped (seen.go). An event that cannot be taken (it could not be decoded, or its step failed or
// panicked) becomes a dead letter and its person is told so; the others of the batch go through.
//
// An error means that the outcome is unknown: whoever called ends the program, and the next start reads what is true. A
// full disk is no such error as long as Options.Full waits for room.
func (s *Store) Apply(events []post.Incoming) ([]post.Ticket, error) {
	return s.enter(&batch{events: events})
}

// badEvent is an event of a batch that cannot be taken.
type badEvent struct {
	batch *batch
	at    int
	err   error
}

func (b *badEvent) Error() string { return fmt.Sprintf("event %d of the batch: %v", b.at, b.err) }

// Unfinished lists the chats, and 0 for the clock, whose work is not through: each waits for a Continue.
func (s *Store) Unfinished() ([]flow.AccountID, error) {
	var list []flow.AccountID
	err := s.view(func(tx *bolt.Tx) error {
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
	in      post.Incoming   // the event in hand
	out     []post.Outgoing // what it causes to be sent
	waits   *waitingSlots
	staged  bool                            // what is written is that of an import
	journal *bolt.Bucket                    // where it keeps what it adds to the trail, while nobody sees it; nil: the trail itself
	bound   map[flow.AccountID]flow.Pegawai // to whom chats belong after the event in hand
	tickets []post.Ticket
	entries []flow.Entry // that were added to the trail
	dead    int          // letters
	more    bool         // somebody's work is not through
}

// take applies one event. spoiled is why it could not be taken the time before.
func (w *writer) take(in post.Incoming, spoiled error) error {
	w.in, w.now, w.out = in, in.Event.At, nil
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
	before, _ := lookUp(w.Reader, sessions, sessionKey(e.Chat()))
	after, effects, err := guarded(w.options.Step, w.Reader, before.Session, e)
	if err := errors.Join(err, w.err); err != nil {
		return err
	}
	if err := w.applyAll(effects); err != nil {
		return err
	}
	if err := w.noteNewest(e.Chat(), w.in.Message); err != nil {
		return err
	}
	if w.err != nil {
		return w.err
	}
	return w.saveSession(session{Chat: e.Chat(), At: e.At, Session: after})
}

// saveSession writes a session that is not the one that is stored.
func (w *writer) saveSession(s session) error {
	text, err := json.Marshal(s.Session)
	if err != nil {
		return err
	}
	k := sessionKey(s.Chat)
	was := talks.In(w.tx).Get(k)
	if was == nil && string(text) == "{}" || len(was) > 8 && bytes.Equal(was[8:], text) {
		return nil
	}
	value := sessionValue(s.At, text)
	sessions.Keep(k, value, s)
	return talks.In(w.tx).Put(k, value)
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

// applyAll makes the effects of the event in hand true. What is to be sent is written when the rest is: whether somebody
// may have it is judged by the office as it is after the event.
func (w *writer) applyAll(effects []dialog.Effect) error {
	for _, effect := range effects {
		if err := w.apply(effect); err != nil {
			return fmt.Errorf("%T: %w", effect, err)
		}
	}
	w.answerTap(effects)
	w.bound = map[flow.AccountID]flow.Pegawai{}
	for _, o := range w.out {
		if err := w.send(o); err != nil {
			return err
		}
	}
	return w.err
}

// answerTap makes sure that every tap is answered, once.
func (w *writer) answerTap(effects []dialog.Effect) {
	if w.in.Tap == "" {
		return
	}
	var answer dialog.Answer
	for _, effect := range effects {
		if a, ok := effect.(dialog.Answer); ok {
			answer = a // of several the last one counts
		}
	}
	w.out = append(w.out, post.Outgoing{To: w.in.Event.Chat(), Answer: &answer, Tap: w.in.Tap})
}

// setAside makes a dead letter of the event in hand, and tells its person.
func (w *writer) setAside(why error) error {
	letter := DeadLetter{At: w.in.Event.At, Update: w.in.Update, From: w.in.Event.From, Raw: string(w.in.Raw), Problem: why.Error()}
	if err := w.bury(letter); err != nil {
		return err
	}
	if w.in.Event.From == 0 || w.options.Sorry == nil {
		return nil
	}
	return w.applyAll(w.options.Sorry(w.in.Event))
}
