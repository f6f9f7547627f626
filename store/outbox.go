package store

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/post"
	"siip-asn/store/table"
)

// enqueue writes something to be sent, in the transaction of what caused it.
func (w *writer) enqueue(o post.Outgoing) error {
	id, err := outgoings.In(w.tx).NextSequence()
	if err != nil {
		return err
	}
	o.ID, o.At = id, w.in.Event.At
	if w.in.Tap != "" && o.To == w.in.Event.Chat() {
		o.Tapped = w.in.Message
	}
	w.tickets = append(w.tickets, o.Ticket())
	return outgoings.Put(w.tx, o)
}

// noteNewest keeps the newest message of a chat: a slot above it has scrolled away.
func (w *writer) noteNewest(chat flow.AccountID, message int) error {
	return noteNewest(w.tx, chat, message)
}

func noteNewest(tx *bolt.Tx, chat flow.AccountID, message int) error {
	if int64(message) <= newest(tx, chat) {
		return nil
	}
	return chats.In(tx).Put(key(int64(chat)), key(int64(message)))
}

func newest(tx *bolt.Tx, chat flow.AccountID) int64 {
	v := chats.In(tx).Get(key(int64(chat)))
	if v == nil {
		return 0
	}
	return table.Signed(v)
}

// Pending lists everything that is still to be sent, in order: what a sender begins with.
func (s *Store) Pending() ([]post.Ticket, error) {
	var list []post.Ticket
	err := s.db.View(func(tx *bolt.Tx) error {
		return outgoings.Each(tx, func(o post.Outgoing) error {
			list = append(list, o.Ticket())
			return nil
		})
	})
	return list, err
}

// Load reads what a ticket stands for. found is false when it was sent, or when a later screen for the same slot has
// taken its place.
func (s *Store) Load(id uint64) (d post.Draft, found bool, err error) {
	err = s.db.View(func(tx *bolt.Tx) error {
		var err error
		if d.Outgoing, found, err = outgoings.Get(tx, key(id)); err != nil || !found {
			return err
		}
		d.Newest = int(newest(tx, d.To))
		if d.Show == nil || d.Show.Slot == "" {
			return nil
		}
		held, _, err := slots.Get(tx, key(int64(d.To), string(d.Show.Slot)))
		d.Held = held.Held
		return err
	})
	return d, found, err
}

// Advance notes how many parts of a report are out: whoever tries it again goes on from there.
func (s *Store) Advance(id uint64, parts int) error {
	return s.update(func(tx *bolt.Tx) error {
		o, found, err := outgoings.Get(tx, key(id))
		if err != nil || !found {
			return err
		}
		o.Parts = parts
		return outgoings.Put(tx, o)
	})
}

// Settle notes what became of things that were to be sent, all in one transaction.
func (s *Store) Settle(receipts []post.Receipt, at time.Time) error {
	return s.waking(func(w *writer) error {
		for _, r := range receipts {
			if err := w.settle(r, at); err != nil {
				return err
			}
		}
		return metas.In(w.tx).Put(sentKey, key(at))
	})
}

var sentKey = []byte("sent")

// LastSent is when something was settled last; zero when nothing was yet.
func (s *Store) LastSent() (at time.Time, err error) {
	err = s.db.View(func(tx *bolt.Tx) error {
		if v := metas.In(tx).Get(sentKey); v != nil {
			at = time.Unix(0, table.Signed(v))
		}
		return nil
	})
	return at, err
}

func (w *writer) settle(r post.Receipt, at time.Time) error {
	if r.Held.Message != 0 {
		if err := w.hold(r); err != nil {
			return err
		}
	}
	if r.Gone {
		if err := w.lose(r.To); err != nil {
			return err
		}
	}
	if r.Problem != "" {
		if err := w.bury(DeadLetter{At: at, To: r.To, Outbox: r.ID, Problem: r.Problem}); err != nil {
			return err
		}
	}
	return outgoings.Delete(w.tx, key(r.ID))
}

func (w *writer) hold(r post.Receipt) error {
	if err := w.noteNewest(r.To, r.Held.Message); err != nil || r.Slot == "" {
		return err
	}
	return slots.Put(w.tx, slot{Chat: r.To, Slot: r.Slot, Last: r.ID, Held: r.Held})
}

// lose marks an account as one that cannot be reached, until its person writes again.
func (w *writer) lose(id flow.AccountID) error {
	a := w.Account(id)
	if a.Hilang || id < 0 {
		return nil
	}
	a.Hilang = true
	return w.putAccount(a)
}

var pauseKey = []byte("pause")

// Pause keeps that nothing may be sent for a while, for a process that is started in the meantime.
func (s *Store) Pause(d time.Duration, until time.Time) error {
	return s.update(func(tx *bolt.Tx) error {
		return metas.In(tx).Put(pauseKey, key(int64(d), until))
	})
}

// Paused is for how much longer nothing may be sent. It is never more than was asked for, even if the clock of the machine
// was set back meanwhile.
func (s *Store) Paused(now time.Time) (d time.Duration, err error) {
	err = s.db.View(func(tx *bolt.Tx) error {
		if v := metas.In(tx).Get(pauseKey); len(v) == 16 {
			d = min(time.Duration(table.Signed(v[:8])), time.Unix(0, table.Signed(v)).Sub(now))
		}
		return nil
	})
	return max(0, d), err
}
