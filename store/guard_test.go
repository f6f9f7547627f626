package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/dialog"
	"siip-asn/flow/imports"
	"siip-asn/flow/post"
)

// TestNoTransactionInsideAnother: each door of the store, from within a transaction, panics with the name of the caller
// instead of waiting for ever.
func TestNoTransactionInsideAnother(t *testing.T) {
	doors := map[string]func(*Store) error{
		"Read":    func(s *Store) error { return s.Read(func(*Reader) error { return nil }) },
		"Apply":   func(s *Store) error { _, err := s.Apply([]post.Incoming{typed(1, "x")}); return err },
		"Ready":   func(s *Store) error { _, _, err := s.Ready(post.Ticket{ID: 1}); return err },
		"Flush":   func(s *Store) error { return s.Flush() },
		"Pending": func(s *Store) error { _, err := s.Pending(); return err },
		"SetBot":  func(s *Store) error { return s.SetBot("x") },
		"Prune":   func(s *Store) error { return s.Prune(noon) },
		"Resend":  func(s *Store) error { _, err := s.Resend([]uint64{1}, noon); return err },
		"EndRests": func(s *Store) error {
			return s.EndRests()
		},
		"ImportPegawai": func(s *Store) error {
			_, err := s.ImportPegawai(imports.PegawaiImport{}, imports.ImportCommand, noon, false, nil)
			return err
		},
	}
	for name, door := range doors {
		s := fresh(t, echo)
		for kind, inside := range map[string]func(func(*bolt.Tx) error) error{"reading": s.View, "writing": s.Update} {
			said := ""
			_ = inside(func(*bolt.Tx) error {
				defer func() { said = fmt.Sprint(recover()) }()
				return door(s)
			})
			if !strings.Contains(said, "inside a transaction") || !strings.Contains(said, "TestNoTransactionInsideAnother") || !strings.Contains(said, "guard_test.go") {
				t.Errorf("%s in a %s one: %s", name, kind, said)
			}
		}
		if err := s.Read(func(*Reader) error { return nil }); err != nil {
			t.Error(err)
		}
	}
}

// TestAStepThatReadsTheStoreIsSpoiled, and nothing stands still.
func TestAStepThatReadsTheStoreIsSpoiled(t *testing.T) {
	var s *Store
	s = fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		if e.Input.(dialog.Text).Body == "masuk lagi" {
			_, _ = s.Pending()
		}
		return echo(r, session, e)
	})
	apply(t, s, typed(1, "masuk lagi"), typed(2, "dua"))
	if got := outbox(t, s); strings.Join(got, " ") != "maaf dua" {
		t.Errorf("%q", got)
	}
}

// TestOthersMayBeInTheirs: a transaction of somebody else is no reason.
func TestOthersMayBeInTheirs(t *testing.T) {
	s := fresh(t, echo)
	in, out := make(chan bool), make(chan bool)
	go func() {
		_ = s.Read(func(*Reader) error { close(in); <-out; return nil })
	}()
	<-in
	apply(t, s, typed(1, "satu"))
	_, err := s.Pending()
	close(out)
	if err != nil {
		t.Error(err)
	}
}

func TestRestsAreKeptByTheirScope(t *testing.T) {
	s := fresh(t, echo)
	now := time.Now()
	s.Rest(post.Rest{For: time.Minute, Until: now.Add(time.Minute)})
	s.Rest(post.Rest{Scope: "chat/7", For: 24 * time.Hour, Until: now.Add(24 * time.Hour)})
	s.Rest(post.Rest{Scope: "chat/8", For: time.Second, Until: now.Add(-time.Second)})
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	rests := map[string]time.Duration{}
	list, err := s.Rests(now)
	for _, r := range list {
		rests[r.Scope] = r.For.Round(time.Second)
	}
	if len(rests) != 2 || rests[""] != time.Minute || rests["chat/7"] != post.RestMax || err != nil {
		t.Errorf("%v %v", rests, err)
	}
	if back, _ := s.Rests(now.Add(-time.Hour)); len(back) == 0 || back[0].For > time.Minute {
		t.Errorf("the clock was set back: %v", back)
	}
	if err := s.EndRests(); err != nil {
		t.Fatal(err)
	}
	if list, _ := s.Rests(now); len(list) != 0 {
		t.Errorf("%v", list)
	}
}

// TestMessageIDsBelongToABot: another token knows nothing of what its predecessor has sent.
func TestMessageIDsBelongToABot(t *testing.T) {
	s := office(t, echo)
	if err := s.Bot(42); err != nil {
		t.Fatal(err)
	}
	card := dialog.Show{To: 9, Slot: "usulan/1", Screen: says("kartu")}
	settle(t, s, post.Receipt{ID: sends(t, s, card).ID, To: 9, Slot: "usulan/1", Held: post.Held{Message: 40, Digest: "x"}})
	for _, c := range []struct {
		id      int64
		message int
	}{{42, 40}, {43, 0}} {
		if err := s.Bot(c.id); err != nil {
			t.Fatal(err)
		}
		d, _, err := s.Ready(sends(t, s, card))
		if d.Held.Message != c.message || d.Newest != c.message || err != nil {
			t.Errorf("bot %d: %+v %v", c.id, d.Held, err)
		}
	}
}
