package store

import (
	"errors"
	"fmt"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/jejak"
	"siip-asn/flow/post"
	"siip-asn/store/core"
	"siip-asn/store/pending"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// TestWhatWaitsIsOneCommit: applies and receipts that wait while a transaction is open go into the next one together.
func TestWhatWaitsIsOneCommit(t *testing.T) {
	s := fresh(t, echo)
	first := apply(t, s, typed(1, "satu"))[0]
	var list []*core.Batch
	w := &watcher{}
	s.Options.Watch = w
	err := s.Commits.Change(func() {
		for n := int64(2); n <= 33; n++ {
			b := &core.Batch{Events: []post.Incoming{typed(n, "x")}, Spoiled: map[int]error{}, Done: make(chan error, 1)}
			list = append(list, b)
		}
		s.Commits.Batches = list
		s.Commits.Notes.Receipts = []post.Receipt{{ID: first.ID, To: 7, At: noon}}
	})
	for _, b := range list {
		err = errors.Join(err, <-b.Done)
		if len(b.Tickets) != 1 {
			t.Errorf("tickets: %v", b.Tickets)
		}
	}
	if err != nil || w.commits != 1 || w.updates != 32 {
		t.Errorf("%v: %d commits, %d updates", err, w.commits, w.updates)
	}
	if got := outbox(t, s); len(got) != 32 {
		t.Errorf("%d wait", len(got))
	}
}

// TestABadEventSpoilsNobodyElsesBatch: batches that share a transaction share no fault.
func TestABadEventSpoilsNobodyElsesBatch(t *testing.T) {
	s := fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		if e.Input.(dialog.Text).Body == "gagal" {
			panic("oh")
		}
		return echo(r, session, e)
	})
	bad := &core.Batch{Events: []post.Incoming{typed(1, "gagal"), typed(2, "baik")}, Spoiled: map[int]error{}}
	good := &core.Batch{Events: []post.Incoming{typed(3, "baik")}, Spoiled: map[int]error{}}
	if err := core.Commit(s.Store, &core.CommitWork{Batches: []*core.Batch{bad, good}}); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(outbox(t, s)); got != "[maaf baik baik]" || len(bad.Tickets) != 2 || len(good.Tickets) != 1 {
		t.Errorf("%s %v %v", got, bad.Tickets, good.Tickets)
	}
}

func waitFor(t *testing.T, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !done(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it does not come")
		}
	}
}

// TestTheNextScreenKnowsWhatIsNotDurable: the message that holds a slot is known at once, before any commit.
func TestTheNextScreenKnowsWhatIsNotDurable(t *testing.T) {
	s := fresh(t, func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		return session, []dialog.Effect{dialog.Show{To: 7, Slot: ui.Dialog, Screen: says("x")}, dialog.Show{To: 7, Screen: says("y")}}, nil
	})
	tickets := apply(t, s, typed(1, "a"))
	w := &watcher{}
	s.Options.Watch = w
	s.Note(post.Receipt{ID: tickets[0].ID, To: 7, Slot: ui.Dialog, Held: post.Held{Message: 40, Digest: "d"}, At: noon})
	if d, ready, err := s.Ready(tickets[1]); !ready || d.Newest != 40 || err != nil {
		t.Errorf("%+v %v %v", d, ready, err)
	}
	if _, ready, _ := s.Ready(tickets[0]); ready {
		t.Error("sent, and ready again")
	}
	if w.commits != 0 {
		t.Fatal("the test has waited too long: it was committed")
	}
	next := apply(t, s, typed(2, "b"))
	d, _, err := s.Ready(next[0])
	if d.Held.Message != 40 || d.Newest != 40 || err != nil || w.commits != 1 {
		t.Errorf("%+v %v, %d commits", d.Held, err, w.commits)
	}
	if m := s.Mail; len(m.Ended)+len(m.Slots)+len(m.Newest)+len(m.Parts) != 0 {
		t.Errorf("memory keeps what is durable: %+v", m)
	}
}

// TestAReceiptAloneIsDurableSoon.
func TestAReceiptAloneIsDurableSoon(t *testing.T) {
	s := fresh(t, echo)
	s.Note(post.Receipt{ID: apply(t, s, typed(1, "a"))[0].ID, To: 7, At: noon})
	waitFor(t, func() bool { left, err := s.Pending(); return err == nil && len(left) == 0 })
	if last, err := s.LastSent(); err != nil || !last.Equal(noon) {
		t.Errorf("%s %v", last, err)
	}
}

// TestAfterAFailedCommitNothingIsTaken: its outcome is unknown, and whoever asks is told.
func TestAfterAFailedCommitNothingIsTaken(t *testing.T) {
	s := fresh(t, echo)
	ticket := apply(t, s, typed(1, "a"))[0]
	s.Commits.Finish(&core.CommitWork{}, fmt.Errorf("disk on fire"))
	if _, err := s.Apply([]post.Incoming{typed(2, "b")}); err == nil {
		t.Error("an event was taken")
	}
	if _, _, err := s.Ready(ticket); err == nil {
		t.Error("something is sent")
	}
	if err := s.Flush(); err == nil {
		t.Error("flushed")
	}
	s.Commits.Failed = nil
}

// TestReceiptsLostByAKill: a process that is killed between any two commits sends at worst once more what it had not noted
// durably; every slot then holds the message that was sent last, and nothing that changed is lost or doubled.
func TestReceiptsLostByAKill(t *testing.T) {
	step := func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		session.Versi++
		slot := ui.Slot(fmt.Sprintf("usulan/%d", session.Versi%3))
		return session, []dialog.Effect{
			dialog.Show{To: e.From, Slot: slot, Screen: says(fmt.Sprint(session.Versi)), Manner: dialog.Here, Right: dialog.Right{Who: dialog.Anybody}},
			dialog.AppendHistory{Entry: jejak.Entry{Keterangan: fmt.Sprint(session.Versi)}},
		}, nil
	}
	for kill := range 12 { // after so many things
		s := fresh(t, step)
		chat := newReplica()
		at := 0
		still := func() bool { at++; return at <= kill }
		for n := int64(1); n <= 4 && still(); n++ {
			for _, ticket := range apply(t, s, typed(n, "x")) {
				if !still() {
					break
				}
				r := chat.deliver(t, s, ticket)
				if n%2 == 0 {
					settle(t, s, r)
				} else {
					s.Note(r)
				}
			}
		}
		next := killed(t, s, step)
		for n := int64(1); n <= 4; n++ { // Telegram delivers all of it again
			apply(t, next, typed(n, "x"))
		}
		tickets, err := next.Pending()
		if err != nil {
			t.Fatal(err)
		}
		for _, ticket := range tickets {
			settle(t, next, chat.deliver(t, next, ticket))
		}
		chat.judge(t, next, kill)
	}
}

// replica is what a person sees: messages by their number.
type replica struct {
	next     int
	messages map[int]string
	seen     map[string]int // how often each text was sent
}

func newReplica() *replica { return &replica{messages: map[int]string{}, seen: map[string]int{}} }

func (c *replica) deliver(t *testing.T, s *Store, ticket post.Ticket) post.Receipt {
	t.Helper()
	d, ready, err := s.Ready(ticket)
	if err != nil || !ready {
		return post.Receipt{ID: ticket.ID, To: ticket.To, At: noon}
	}
	text := d.Show.Screen.Text.String()
	held := d.Held
	if held.Message == 0 {
		c.next++
		held.Message = c.next
	}
	held.Digest = text
	c.messages[held.Message], c.seen[text] = text, c.seen[text]+1
	return post.Receipt{ID: d.ID, To: d.To, Slot: d.Show.Slot, Held: held, At: noon}
}

func (c *replica) judge(t *testing.T, s *Store, kill int) {
	t.Helper()
	for n := 1; n <= 4; n++ {
		if times := c.seen[fmt.Sprint(n)]; times > 2 || n > 1 && times == 0 && n == 4 {
			t.Errorf("killed after %d: screen %d was sent %d times", kill, n, times)
		}
	}
	err := s.View(func(tx *bolt.Tx) error {
		last, err := reader.LastEntry(tx)
		if last.Nomor != 4 {
			t.Errorf("killed after %d: %d changes", kill, last.Nomor)
		}
		for n := range uint64(3) {
			held, found, err := schema.Slots.Get(tx, schema.SlotKeyOf(7, ui.Slot(fmt.Sprintf("usulan/%d", n))))
			if err != nil || !found || c.messages[held.Message] != held.Digest {
				t.Errorf("killed after %d: slot %d: %+v, the chat shows %q", kill, n, held, c.messages[held.Message])
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// killed is the database as it would be found if the process had ended now.
func killed(t *testing.T, s *Store, step dialog.Step) *Store {
	t.Helper()
	s.Commits.Mu.Lock() // nothing is committed meanwhile
	path := copyOf(t, s)
	s.Commits.Mu.Unlock()
	return open(t, path, step)
}

// TestARingThatHasRungIsNotOwedAnyMore: a screen that took the place of one in flight goes in its own manner when that one
// has landed, and in its when it has not.
func TestARingThatHasRungIsNotOwedAnyMore(t *testing.T) {
	for name, c := range map[string]struct {
		then   []dialog.Manner
		landed int // which of all has landed; -1: none
		want   dialog.Manner
	}{
		"the ring has landed":               {[]dialog.Manner{dialog.Quietly}, 0, dialog.Quietly},
		"the ring has not":                  {[]dialog.Manner{dialog.Quietly}, -1, dialog.Anew},
		"two silent ones later, landed":     {[]dialog.Manner{dialog.Quietly, dialog.Quietly}, 0, dialog.Quietly},
		"two silent ones later, not":        {[]dialog.Manner{dialog.Quietly, dialog.Quietly}, -1, dialog.Anew},
		"another look is owed, landed":      {[]dialog.Manner{dialog.Here, dialog.Quietly}, 0, dialog.Here},
		"a ring of its own after it landed": {[]dialog.Manner{dialog.Anew}, 0, dialog.Anew},
	} {
		for _, durable := range []bool{false, true} {
			manners := append([]dialog.Manner{dialog.Anew}, c.then...)
			s := fresh(t, func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
				show := dialog.Show{To: 7, Slot: "usulan/1", Screen: says("x"), Manner: manners[session.Versi], Right: dialog.Right{Who: dialog.Anybody}}
				session.Versi++
				return session, []dialog.Effect{show}, nil
			})
			var last post.Ticket
			for n := range manners {
				last = apply(t, s, typed(int64(n+1), "x"))[0]
			}
			if c.landed >= 0 {
				r := post.Receipt{ID: uint64(c.landed + 1), To: 7, Slot: "usulan/1", Held: post.Held{Message: 40, Digest: "x"}, At: noon}
				if s.Note(r); durable {
					settle(t, s, r)
				}
			}
			d, ready, err := s.Ready(last)
			if !ready || err != nil || d.Show.Manner != c.want {
				t.Errorf("%s: ready %v, %v, manner %v", name, ready, err, d.Show)
			}
		}
	}
}

// TestALookIsNotOvertakenByACommit: a transaction that began before a receipt was committed does not see it in the database;
// memory keeps it until that look is over.
func TestALookIsNotOvertakenByACommit(t *testing.T) {
	m := pending.NewMail()
	receipt := post.Receipt{ID: 1, To: 7, Slot: ui.Dialog, Held: post.Held{Message: 12}}
	m.Note(receipt)
	began, committed := make(chan struct{}), make(chan struct{})
	go func() {
		<-began
		m.Settled([]post.Receipt{receipt})
		close(committed)
	}()
	_ = m.Unforgotten(func() error {
		close(began)
		for m.Forget.TryRLock() { // until the other side waits to forget
			m.Forget.RUnlock()
		}
		if k := m.Of(2, 7, ui.Dialog); k.Held.Held.Message != 12 {
			t.Errorf("forgotten during the look: %+v", k)
		}
		return nil
	})
	<-committed
	if k := m.Of(2, 7, ui.Dialog); k.Held.Last != 0 {
		t.Errorf("still known: %+v", k)
	}
}

// TestWhatMayHaveBeenSentIsNotTrusted: a screen was sent and its receipt was lost; the next one is like what stood there
// before, and is sent all the same.
func TestWhatMayHaveBeenSentIsNotTrusted(t *testing.T) {
	step := func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		text := e.Input.(dialog.Text).Body
		return session, []dialog.Effect{dialog.Show{To: 7, Slot: "antrean", Screen: says(text), Manner: dialog.Quietly, Right: dialog.Right{Who: dialog.Anybody}}}, nil
	}
	s := fresh(t, step)
	one := post.Held{Message: 40, Digest: "satu"}
	settle(t, s, post.Receipt{ID: apply(t, s, typed(1, "satu"))[0].ID, To: 7, Slot: "antrean", Held: one})
	apply(t, s, typed(2, "dua")) // it is sent, and the process is killed before it has noted that
	next := killed(t, s, step)
	d, ready, err := next.Ready(apply(t, next, typed(3, "satu"))[0])
	if !ready || err != nil || d.Held.Message != 40 || d.Held.Digest != "" {
		t.Errorf("%+v %v %v: the chat shows \"dua\", and is left so", d.Held, ready, err)
	}
	settle(t, next, post.Receipt{ID: d.ID, To: 7, Slot: "antrean", Held: one})
	d, _, _ = next.Ready(apply(t, next, typed(4, "satu"))[0])
	if d.Held.Digest != "satu" {
		t.Errorf("%+v: it is known again", d.Held)
	}
}
