package store

import (
	"errors"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
	"siip-asn/store/table"
)

const month = 31 * 24 * time.Hour

// runs lets the clock of the machine run on to that time, as the ticks of a program do that is never stopped.
func runs(t *testing.T, s *Store, until time.Time) {
	t.Helper()
	err := s.Update(func(tx *bolt.Tx) error {
		for at := reader.ClockOf(tx).Seen; at.Before(until); {
			if at = at.Add(time.Hour); at.After(until) {
				at = until
			}
			if err := reader.NoteTime(tx, at); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func prune(t *testing.T, s *Store, at time.Time) {
	t.Helper()
	runs(t, s, at)
	if err := s.Prune(at); err != nil {
		t.Fatal(err)
	}
}

func TestUpdateIDsAreForgottenAfterAMonth(t *testing.T) {
	s := fresh(t, echo)
	apply(t, s, typed(1, "satu"))
	prune(t, s, noon.Add(29*24*time.Hour))
	apply(t, s, typed(1, "satu lagi"))
	prune(t, s, noon.Add(month))
	apply(t, s, typed(1, "satu kali lagi"))
	if got := outbox(t, s); len(got) != 2 {
		t.Errorf("%q", got)
	}
}

func TestOldCodesAreForgotten(t *testing.T) {
	s := fresh(t, echo)
	apply(t, s, typed(1, "halo"))
	err := s.SaveAktivasi([]aktivasi.Aktivasi{{Hash: "lama", Pegawai: 1, Sampai: noon}, {Hash: "baru", Pegawai: 2, Sampai: noon.Add(month)}})
	if err != nil {
		t.Fatal(err)
	}
	prune(t, s, noon.Add(month))
	_ = s.Read(func(r *Reader) error {
		if _, found := r.Aktivasi("lama"); found {
			t.Error("a code that expired a month ago is still there")
		}
		if _, found := r.Aktivasi("baru"); !found {
			t.Error("a code that has just expired is gone: nobody could be told that it has")
		}
		return nil
	})
}

// TestStrangersAreForgotten lets a stranger and a bound person write; a month later only the person is known.
func TestStrangersAreForgotten(t *testing.T) {
	const bound, stranger, recent flow.AccountID = 7, 8, 9
	s := fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		session.Versi++
		effects := []dialog.Effect{dialog.Show{To: e.From, Slot: "dialog", Screen: says("halo")}}
		if e.From == bound {
			return session, append(effects, dialog.SaveAccount{Account: flow.Account{ID: bound, Pegawai: 1}}), nil
		}
		return session, append(effects, dialog.SaveAccount{Account: flow.Account{ID: e.From, WrongCodes: 1}}), nil
	})
	at := map[flow.AccountID]time.Time{bound: noon, stranger: noon, recent: noon.Add(month - 24*time.Hour)}
	for id, when := range at {
		in := typed(int64(id), "halo")
		in.Event.From, in.Event.At = id, when
		ticket := apply(t, s, in)[0]
		settle(t, s, post.Receipt{ID: ticket.ID, To: id, Slot: "dialog", Held: post.Held{Message: int(id) + 100, At: when}})
	}
	prune(t, s, noon.Add(month))
	if n := count(s, "account"); n != 2 {
		t.Errorf("%d accounts are known, want the bound one and the recent one", n)
	}
	if n := count(s, "talk"); n != 2*3 { // the newest message, the session and the slot of each
		t.Errorf("%d things are known of chats", n)
	}
	if n := count(s, "viewer"); n != 2 {
		t.Errorf("viewers: %d", n)
	}
	_ = s.Db.Update(func(tx *bolt.Tx) error { return schema.Accounts.Delete(tx, schema.Key(int64(bound))) }) // the test has no pegawai 1
}

// TestSomebodyWhoOnlyBlockedTheBotIsForgotten has an account of whom no message is known.
func TestSomebodyWhoOnlyBlockedTheBotIsForgotten(t *testing.T) {
	s := fresh(t, func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		session.Versi++
		return session, []dialog.Effect{dialog.SaveAccount{Account: flow.Account{ID: e.From, Unreachable: true}}}, nil
	})
	apply(t, s, post.Incoming{Update: 1, Event: dialog.Event{At: noon, From: 8, Input: dialog.Blocked{Yes: true}}})
	apply(t, s, post.Incoming{Event: dialog.Event{At: noon, Input: dialog.Tick{}}})
	prune(t, s, noon.Add(month))
	if n := count(s, "account"); n != 1 { // that of the clock, which this step has made
		t.Errorf("%d accounts", n)
	}
	if n := count(s, "talk"); n != 1 {
		t.Errorf("%d sessions: only the clock has one for good", n)
	}
}

func TestDeadLettersAreForgottenAfterThreeMonths(t *testing.T) {
	s := fresh(t, echo)
	for i, at := range []time.Time{noon, noon.Add(2 * month)} {
		apply(t, s, post.Incoming{Update: int64(i + 1), Poison: errors.New("unreadable"), Event: dialog.Event{At: at}})
	}
	prune(t, s, noon.Add(3*month))
	if list, err := s.DeadLetters(); err != nil || len(list) != 1 || list[0].Nomor != 2 {
		t.Errorf("%+v %v", list, err)
	}
}

func count(s *Store, bucket string) (n int) {
	_ = s.Db.View(func(tx *bolt.Tx) error {
		table.Named(bucket, "").Scan(tx, nil, func(_, _ []byte) bool { n++; return true })
		return nil
	})
	return n
}
