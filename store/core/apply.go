package core

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/jejak"
	"siip-asn/flow/post"
	"siip-asn/store/pending"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
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
	return s.enter(&Batch{Events: events})
}

// badEvent is an event of a batch that cannot be taken.
type badEvent struct {
	batch *Batch
	at    int
	err   error
}

// Error says which event it was, and why.
func (b *badEvent) Error() string { return fmt.Sprintf("event %d of the batch: %v", b.at, b.err) }

// Writer applies events in one transaction.
type Writer struct {
	*reader.Reader
	Options Options
	in      post.Incoming   // the event in hand
	out     []post.Outgoing // what it causes to be sent
	waits   *pending.WaitingSlots
	Staged  bool                            // it writes an import: its changes are not noted as those of others (note)
	Journal *bolt.Bucket                    // where it keeps what it adds to the trail, while nobody sees it; nil: the trail itself
	bound   map[flow.AccountID]flow.Pegawai // cache of boundTo, for the event in hand
	tickets []post.Ticket
	entries []jejak.Entry // that were added to the trail
	dead    int           // dead letters that were kept
	people  bool          // an account or a pegawai was changed, or may have been
	judged  uint64        // Store.people when it began
	More    bool          // long work is left for Unfinished
}

// take applies one event: skips it if it was seen, else runs its step. spoiled is why that has failed in an earlier run of the
// transaction; then the event becomes a dead letter.
func (w *Writer) take(in post.Incoming, spoiled error) error {
	w.in, w.Now, w.out = in, in.Event.At, nil
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

func (w *Writer) step() error {
	e, err := w.outfitted()
	if err != nil {
		return err
	}
	before, _ := reader.LookUp(w.Reader, schema.Sessions, schema.SessionKey(e.Chat()))
	after, effects, err := guarded(w.Options.Step, w.Reader, before.Session, e)
	if err := errors.Join(err, w.Err); err != nil {
		return err
	}
	if err := w.applyAll(effects); err != nil {
		return err
	}
	if err := noteNewest(w.Tx, e.Chat(), w.in.Message); err != nil {
		return err
	}
	if w.Err != nil {
		return w.Err
	}
	return w.saveSession(schema.Session{Chat: e.Chat(), At: e.At, Session: after})
}

// saveSession writes a session, unless it is stored as it is: most steps leave it, and a page that is not written is not synced.
func (w *Writer) saveSession(s schema.Session) error {
	text, err := s.Session.MarshalJSON()
	if err != nil {
		return err
	}
	k := schema.SessionKey(s.Chat)
	was := schema.Talks.In(w.Tx).Get(k)
	if was == nil && string(text) == "{}" || len(was) > 8 && bytes.Equal(was[8:], text) {
		return nil
	}
	value := schema.SessionValue(s.At, text)
	schema.Sessions.Keep(k, value, s)
	return schema.Talks.In(w.Tx).Put(k, value)
}

// outfitted is the event in hand with the ids of what it may make: the next number of each table, which is used up only when a
// record with it is saved. The core reads no counter and no random source, so that a step can be repeated.
func (w *Writer) outfitted() (dialog.Event, error) {
	e := w.in.Event
	e.Usulan = flow.UsulanID(schema.Usulans.In(w.Tx).Sequence() + 1)
	e.Panduan = flow.PanduanID(schema.Panduans.In(w.Tx).Sequence() + 1)
	e.Pegawai = flow.PegawaiID(schema.Pegawais.In(w.Tx).Sequence() + 1)
	e.OPD = flow.OPDID(schema.Opds.In(w.Tx).Sequence() + 1)
	_, _ = rand.Read(e.Random[:]) // never fails: the program ends before
	if _, is := e.Input.(dialog.Continue); is {
		return e, schema.Mores.In(w.Tx).Delete(schema.Key(int64(e.Chat())))
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

// applyAll makes the effects of the event in hand true, in two passes: first what changes records, then what is to be sent,
// because whether somebody may have a message is judged by the office as it is after the event.
func (w *Writer) applyAll(effects []dialog.Effect) error {
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
	return w.Err
}

// answerTap gives every tap exactly one answer, an empty one if the step has none: until then the button shows a spinner.
func (w *Writer) answerTap(effects []dialog.Effect) {
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
func (w *Writer) setAside(why error) error {
	letter := schema.DeadLetter{At: w.in.Event.At, Update: w.in.Update, From: w.in.Event.From, Raw: string(w.in.Raw), Problem: why.Error()}
	if err := bury(w, letter); err != nil {
		return err
	}
	if w.in.Event.From == 0 || w.Options.Sorry == nil {
		return nil
	}
	return w.applyAll(w.Options.Sorry(w.in.Event))
}
