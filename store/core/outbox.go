package core

import (
	"errors"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
	"siip-asn/store/pending"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// send puts o into the outbox, in the transaction of what caused it. Screens for one slot coalesce: an earlier one that still
// waits is deleted and o takes over what it owed (succeed), so the person gets one call with the newest state.
func (w *Writer) send(o post.Outgoing) error {
	w.entitle(&o)
	if o.Slot() == "" {
		return w.enqueue(o)
	}
	if waiting := w.waits.At(o.To, o.Slot()); waiting.ID != 0 {
		o.Over = w.waits.Before(o.To, o.Slot())
		if brief := w.briefOf(waiting); brief != nil {
			succeed(&o, *brief)
		}
		if err := schema.Outgoings.Delete(w.Tx, schema.Key(waiting.ID)); err != nil {
			return err
		}
	}
	if o.Show.Manner != dialog.Quietly && !w.Shown(o.To, o.Slot()) {
		if err := schema.Viewers.Put(w.Tx, schema.Viewer{Slot: o.Slot(), Chat: o.To}); err != nil {
			return err
		}
	}
	return w.enqueue(o)
}

// briefOf is what its successor has to know of a screen that waits; nil when its record is gone. Memory has it of this process's
// screens; those of an earlier process are read from the outbox.
func (w *Writer) briefOf(waiting pending.WaitingSlot) *post.Outgoing {
	if waiting.Brief != nil {
		return waiting.Brief
	}
	if o, found := reader.LookUp(w.Reader, schema.Outgoings, schema.Key(waiting.ID)); found && o.Show != nil {
		return &o
	}
	return nil
}

// appended is the fill percent of pages in a bucket whose keys only grow: bbolt would split at half, and leave half of each page
// empty for keys that never come.
const appended = 0.95

func (w *Writer) enqueue(o post.Outgoing) error {
	bucket := schema.Outgoings.In(w.Tx)
	bucket.FillPercent = appended
	id, err := bucket.NextSequence()
	if err != nil {
		return err
	}
	o.ID, o.At = id, w.in.Event.At
	if (w.in.Tap != "" || o.React != nil) && o.To == w.in.Event.Chat() {
		o.Tapped = w.in.Message
	}
	if o.Slot() != "" {
		w.waits.Set(o.To, o.Slot(), pending.NewWaitingSlot(o))
	}
	ticket := o.Ticket()
	ticket.Item, ticket.Judged = &o, w.prejudged(o)
	w.tickets = append(w.tickets, ticket)
	return schema.Outgoings.Put(w.Tx, o)
}

// noteNewest keeps the highest message id known of a chat. A slot whose message is older has scrolled up, so what has to be seen
// there is sent anew and not edited.
func noteNewest(tx *bolt.Tx, chat flow.AccountID, message int) error {
	if int64(message) <= newest(tx, chat) {
		return nil
	}
	return schema.Talks.In(tx).Put(schema.NewestKey(chat), schema.Key(int64(message)))
}

func newest(tx *bolt.Tx, chat flow.AccountID) int64 {
	v := schema.Talks.In(tx).Get(schema.NewestKey(chat))
	if v == nil {
		return 0
	}
	return table.Signed(v)
}

// EachHead visits the heads of what waits, in order.
func EachHead(tx *bolt.Tx, visit func(schema.Head) error) error {
	return schema.Outgoings.In(tx).ForEach(func(k, v []byte) error {
		h, err := schema.ReadHead(v)
		if err != nil {
			return fmt.Errorf("outbox %x: %w", k, err)
		}
		h.ID = table.Number(k)
		return visit(h)
	})
}

// Pending lists everything that is still to be sent, in order: what a sender begins with.
func (s *Store) Pending() ([]post.Ticket, error) {
	var list []post.Ticket
	err := s.View(func(tx *bolt.Tx) error {
		return EachHead(tx, func(h schema.Head) error {
			list = append(list, h.Ticket)
			return nil
		})
	})
	return list, err
}

// Ready reads what a ticket stands for just before it is delivered. It is false when there is nothing to send: it was sent, a
// later screen for the same slot has taken its place, or the person may no longer have it (right.go); then its record
// ends. Whoever needs long between Ready and the call asks again.
func (s *Store) Ready(t post.Ticket) (d post.Draft, ready bool, err error) {
	if err := s.Commits.failure(); err != nil {
		return d, false, err
	}
	if t.IsTap && t.Item != nil && t.Item.Answer.Text == "" {
		return post.Draft{Outgoing: *t.Item}, true, nil // an empty answer has nothing to judge, and is never replaced
	}
	may := false
	err = s.Mail.Unforgotten(func() error {
		return s.Read(func(r *reader.Reader) (err error) {
			if d, ready, err = draft(s, r.Tx, t); ready {
				may = t.Judged != 0 && t.Judged == s.people.Load() || permitted(r, d.Outgoing)
			}
			return err
		})
	})
	if err != nil || !ready || may {
		return d, ready, err
	}
	if d.Answer != nil {
		d.Answer = &dialog.Answer{} // every tap is answered, but the text is for whom the chat belonged to
		return d, true, nil
	}
	s.Note(post.Receipt{ID: d.ID, To: d.To, Slot: d.Slot()})
	return post.Draft{}, false, nil
}

// draft puts together what a ticket stands for, and what is known of its slot and chat. Receipts that are in memory only are newer
// than the file, so they win.
func draft(s *Store, tx *bolt.Tx, t post.Ticket) (d post.Draft, found bool, err error) {
	if t.Item != nil && t.Item.Send == nil { // the record of a report changes while it is sent: how many of its parts are out
		d.Outgoing, found = *t.Item, schema.Outgoings.In(tx).Get(schema.Key(t.ID)) != nil
	} else {
		d.Outgoing, found, err = schema.Outgoings.Get(tx, schema.Key(t.ID))
	}
	if err != nil || !found {
		return d, false, err
	}
	k := s.Mail.Of(t.ID, d.To, d.Slot())
	if k.Ended {
		return d, false, nil
	}
	d.Parts, d.Newest = max(d.Parts, k.Parts), max(int(newest(tx, d.To)), k.Newest)
	if d.Slot() == "" {
		return d, true, nil
	}
	if k.Held.Last == 0 {
		if k.Held, _, err = schema.Slots.Get(tx, schema.SlotKeyOf(d.To, d.Slot())); err != nil {
			return d, false, err
		}
	}
	if d.Held = k.Held.Held; d.Over {
		d.Held.Digest = "" // the screen it replaced may have been sent, so what the message shows is not known: it is edited in any case
	}
	if d.Owed != 0 && k.Held.Last == d.Owed {
		show := *d.Show // the screen from which it took the ring was sent after all (succeed)
		show.Manner = d.Own
		d.Show = &show
	}
	return d, true, nil
}

// Note takes in what became of something that was to be sent. It never waits for the disk: see the package post for what
// that means. Before Close or Flush it is durable at the latest.
func (s *Store) Note(r post.Receipt) {
	s.Mail.Note(r)
	_ = s.Commits.note(func(n *notes) { n.Receipts = append(n.Receipts, r) }) // an error is told by whatever is asked next
}

// Flush waits until everything that was noted is durable.
func (s *Store) Flush() error {
	s.RefuseReentry()
	return s.Commits.flush()
}

// settleAll writes the receipts and pauses that were noted, and when something was sent last (unix nanoseconds, under sentKey): the
// next process spaces its first messages by it.
func (w *Writer) settleAll(n notes) error {
	var last time.Time
	for _, r := range n.Receipts {
		if err := w.settle(r); err != nil {
			return err
		}
		if r.At.After(last) {
			last = r.At
		}
	}
	for _, r := range n.rests {
		if err := w.rest(r); err != nil {
			return err
		}
	}
	if last.IsZero() {
		return w.Err
	}
	return errors.Join(w.Err, schema.Metas.In(w.Tx).Put(sentKey, schema.Key(last)))
}

var sentKey = []byte("sent")

// LastSent is when something was settled last; zero when nothing was yet.
func (s *Store) LastSent() (at time.Time, err error) {
	err = s.View(func(tx *bolt.Tx) error {
		if v := schema.Metas.In(tx).Get(sentKey); v != nil {
			at = time.Unix(0, table.Signed(v))
		}
		return nil
	})
	return at, err
}

func (w *Writer) settle(r post.Receipt) error {
	if r.Parts > 0 {
		return advance(w, r)
	}
	if r.Held.Message != 0 {
		if err := w.hold(r); err != nil {
			return err
		}
	}
	if r.Unreachable {
		if err := w.markUnreachable(r.To); err != nil {
			return err
		}
	}
	if r.Problem != "" {
		if err := bury(w, schema.DeadLetter{At: r.At, To: r.To, Outbox: r.ID, Problem: r.Problem}); err != nil {
			return err
		}
	}
	return w.drop(r.ID)
}

// drop takes what was sent, or never will be, out of the outbox.
func (w *Writer) drop(id uint64) error {
	v := schema.Outgoings.In(w.Tx).Get(schema.Key(id))
	if v == nil {
		return nil
	}
	if h, err := schema.ReadHead(v); err == nil && h.Slot != "" {
		w.waits.Sent(h.To, h.Slot, id)
	}
	return schema.Outgoings.Delete(w.Tx, schema.Key(id))
}

// advance notes how many parts of a report are out: the next process goes on from there.
func advance(w *Writer, r post.Receipt) error {
	report, found, err := schema.Outgoings.Get(w.Tx, schema.Key(r.ID))
	if err != nil || !found {
		return err
	}
	report.Parts = r.Parts
	return schema.Outgoings.Put(w.Tx, report)
}

func (w *Writer) hold(r post.Receipt) error {
	if err := noteNewest(w.Tx, r.To, r.Held.Message); err != nil || r.Slot == "" {
		return err
	}
	return schema.Slots.Put(w.Tx, schema.Slot{Chat: r.To, Slot: r.Slot, Last: r.ID, Held: r.Held})
}

// markUnreachable marks an account as one that cannot be reached, until its person writes again.
func (w *Writer) markUnreachable(id flow.AccountID) error {
	a := w.Account(id)
	if a.Unreachable || id < 0 {
		return nil
	}
	a.Unreachable = true
	return w.putAccount(a)
}
