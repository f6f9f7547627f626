package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
	"siip-asn/store/schema"
	"siip-asn/store/upkeep"
)

var (
	wib  = time.FixedZone("WIB", 7*3600)
	noon = time.Date(2026, 8, 31, 12, 0, 0, 0, wib)
)

// open opens a database with a step of the test, and looks after the test whether it is sound.
func open(t *testing.T, path string, step dialog.Step) *Store {
	t.Helper()
	s, err := Open(path, Options{
		Aturan: flow.Aturan{Instansi: "Kota Contoh", Zona: wib}, Step: step,
		Sorry: func(e dialog.Event) []dialog.Effect {
			return []dialog.Effect{dialog.Show{To: e.From, Screen: says("maaf")}}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if problems, err := s.Check(); err == nil && len(problems) > 0 {
			t.Errorf("check: %q", problems)
		}
		s.Close()
	})
	return s
}

func fresh(t *testing.T, step dialog.Step) *Store {
	return open(t, filepath.Join(t.TempDir(), "siip-asn.db"), step)
}

func says(text string) ui.Screen { return ui.Screen{Text: ui.Spans{}.Plain(text)} }

// typed is a text as it comes in.
func typed(update int64, text string) post.Incoming {
	return post.Incoming{Update: update, Message: int(update), Raw: []byte(text), Event: dialog.Event{At: noon, From: 7, Input: dialog.Text{Body: text}}}
}

// echo answers every text with itself.
func echo(_ dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	s.Versi++
	in, _ := e.Input.(dialog.Text)
	return s, []dialog.Effect{dialog.Show{To: e.From, Screen: says(in.Body)}}, nil
}

func apply(t *testing.T, s *Store, batch ...post.Incoming) []post.Ticket {
	t.Helper()
	tickets, err := s.Apply(batch)
	if err != nil {
		t.Fatal(err)
	}
	return tickets
}

// outbox lists the texts that wait.
func outbox(t *testing.T, s *Store) []string {
	t.Helper()
	tickets, err := s.Pending()
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, ticket := range tickets {
		d, _, err := s.Ready(ticket)
		if err != nil {
			t.Fatal(err)
		}
		text := "?"
		switch {
		case d.Show != nil:
			text = d.Show.Screen.Text.String()
		case d.Answer != nil:
			text = "(" + d.Answer.Text + ")"
		}
		texts = append(texts, text)
	}
	return texts
}

func TestAnUpdateIsTakenOnce(t *testing.T) {
	s := fresh(t, echo)
	apply(t, s, typed(1, "satu"), typed(2, "dua"), typed(1, "satu"))
	apply(t, s, typed(2, "dua"), typed(3, "tiga"))
	if got := outbox(t, s); strings.Join(got, " ") != "satu dua tiga" {
		t.Errorf("%q", got)
	}
}

func TestAMessageIsTakenOnceUnderWhateverUpdateID(t *testing.T) {
	s := fresh(t, echo)
	marked := func(update int64, text, mark string) post.Incoming {
		in := typed(update, text)
		in.Mark = mark
		return in
	}
	apply(t, s, marked(1, "satu", "a"), marked(2, "satu", "a"), marked(3, "satu", "b"))
	apply(t, s, marked(4, "satu", "b"), marked(5, "dua", "c"))
	if got := outbox(t, s); strings.Join(got, " ") != "satu satu dua" {
		t.Errorf("%q", got)
	}
	apply(t, s, marked(1, "tiga", "x"))
	if got := outbox(t, s); strings.Join(got, " ") != "satu satu dua tiga" {
		t.Errorf("the ids have started anew: %q", got)
	}
	prune(t, s, noon.Add(upkeep.Kept+time.Hour))
	apply(t, s, marked(6, "empat", "a"))
	if got := outbox(t, s); strings.Join(got, " ") != "satu satu dua tiga empat" {
		t.Errorf("what was forgotten comes again: %q", got)
	}
}

func TestABadEventSpoilsOnlyItself(t *testing.T) {
	s := fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		switch e.Input.(dialog.Text).Body {
		case "panic":
			panic("oh")
		case "error":
			return session, nil, errors.New("no")
		case "conflict":
			session, effects, _ := echo(r, session, e)
			return session, append(effects, dialog.SaveUsulan{Usulan: flow.Usulan{ID: 99, Versi: 5}}), nil
		}
		return echo(r, session, e)
	})
	poison := typed(5, "gift")
	poison.Poison = errors.New("unreadable")
	apply(t, s, typed(1, "satu"), typed(2, "panic"), typed(3, "error"), typed(4, "conflict"), poison, typed(6, "enam"))
	if got := outbox(t, s); strings.Join(got, " ") != "satu maaf maaf maaf maaf enam" {
		t.Errorf("%q", got)
	}
	letters, err := s.DeadLetters()
	if err != nil || len(letters) != 4 || letters[0].Raw != "panic" || !strings.Contains(letters[0].Problem, "oh") {
		t.Errorf("%+v %v", letters, err)
	}
	apply(t, s, typed(2, "panic"))
	if again, _ := s.DeadLetters(); len(again) != 4 {
		t.Error("a dead letter that is delivered again is not buried twice")
	}
}

func TestADamagedRecordSpoilsTheEventThatMeetsIt(t *testing.T) {
	s := fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		if _, found := r.Pegawai(1); found {
			t.Error("a damaged record is not there")
		}
		return echo(r, session, e)
	})
	damage := func(value string) error {
		return s.Db.Update(func(tx *bolt.Tx) error { return schema.Pegawais.In(tx).Put(schema.Key(uint64(1)), []byte(value)) })
	}
	if err := damage("{broken"); err != nil {
		t.Fatal(err)
	}
	apply(t, s, typed(1, "satu"))
	if got := outbox(t, s); strings.Join(got, " ") != "maaf" {
		t.Errorf("%q", got)
	}
	if problems, _ := s.Check(); len(problems) == 0 {
		t.Error("check has not seen it")
	}
	_ = s.Db.Update(func(tx *bolt.Tx) error { return schema.Pegawais.In(tx).Delete(schema.Key(uint64(1))) })
}

func TestEveryTapIsAnsweredOnce(t *testing.T) {
	s := fresh(t, func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		if e.Input.(dialog.Tap).Word == "twice" {
			return session, []dialog.Effect{dialog.Answer{Text: "a"}, dialog.Answer{Text: "b"}}, nil
		}
		return session, nil, nil
	})
	tap := func(update int64, word string) post.Incoming {
		return post.Incoming{Update: update, Tap: fmt.Sprint(update), Event: dialog.Event{At: noon, From: 7, Input: dialog.Tap{Button: ui.Button{Word: word}}}}
	}
	poison := tap(3, "x")
	poison.Poison = errors.New("unreadable")
	tickets := apply(t, s, tap(1, "silent"), tap(2, "twice"), poison)
	if got := outbox(t, s); strings.Join(got, " ") != "() (b) maaf ()" {
		t.Errorf("%q", got)
	}
	if !tickets[0].IsTap {
		t.Errorf("%+v", tickets)
	}
}

func TestWhatWaitsForOneSlotIsOneCall(t *testing.T) {
	manners := []dialog.Manner{dialog.Anew, dialog.Quietly, dialog.Here}
	n := 0
	s := fresh(t, func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		show := dialog.Show{To: 7, Slot: "usulan/1", Screen: says(e.Input.(dialog.Text).Body), Manner: manners[n%3], Lane: dialog.Lane(n % 2), Right: dialog.Right{Who: dialog.Anybody}}
		n++
		return session, []dialog.Effect{show}, nil
	})
	first := apply(t, s, typed(1, "satu"))
	second := apply(t, s, typed(2, "dua"))
	d, found, err := s.Ready(second[0])
	if err != nil || !found || d.Show.Manner != dialog.Anew || d.Lane != dialog.Reply || d.Show.Screen.Text.String() != "dua" {
		t.Errorf("the ring that is owed stays owed: %+v %v", d, err)
	}
	if _, found, _ := s.Ready(first[0]); found {
		t.Error("the earlier screen is not sent any more")
	}
	settle(t, s, post.Receipt{ID: first[0].ID, To: 7, Slot: "usulan/1", Held: post.Held{Message: 40, Digest: "x"}})
	if d, found, _ := s.Ready(second[0]); !found || d.Held.Message != 40 || d.Newest != 40 {
		t.Errorf("one that was under way is noted, and the later one still waits: %+v %v", d, found)
	}
	err = s.Read(func(r *Reader) error {
		if got := r.Viewers(1); len(got) != 1 || got[0] != 7 {
			t.Errorf("viewers %v", got)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func settle(t *testing.T, s *Store, receipts ...post.Receipt) {
	t.Helper()
	for _, r := range receipts {
		if r.At.IsZero() {
			r.At = noon
		}
		s.Note(r)
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
}

func TestReceipts(t *testing.T) {
	s := fresh(t, echo)
	tickets := apply(t, s, typed(1, "satu"), typed(2, "dua"), typed(3, "tiga"))
	settle(t, s,
		post.Receipt{ID: tickets[0].ID, To: 7, Held: post.Held{Message: 41}},
		post.Receipt{ID: tickets[1].ID, To: 7, Problem: "Bad Request"},
		post.Receipt{ID: tickets[2].ID, To: 7, Unreachable: true})
	if got := outbox(t, s); len(got) != 0 {
		t.Errorf("%q", got)
	}
	letters, _ := s.DeadLetters()
	if len(letters) != 1 || letters[0].Letter == nil || letters[0].Letter.Show.Screen.Text.String() != "dua" {
		t.Errorf("%+v", letters)
	}
	err := s.Read(func(r *Reader) error {
		if !r.Account(7).Unreachable {
			t.Error("the person cannot be reached")
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestAReportKnowsHowMuchOfItIsOut: a later try of this process sends the rest, and so does the next one, whose tickets bring
// no record with them.
func TestAReportKnowsHowMuchOfItIsOut(t *testing.T) {
	s := fresh(t, func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		return session, []dialog.Effect{dialog.Send{To: e.From, Right: dialog.Right{Who: dialog.Anybody}}}, nil
	})
	report := apply(t, s, typed(1, "rekap"))[0]
	settle(t, s, post.Receipt{ID: report.ID, To: 7, Parts: 1})
	for _, ticket := range []post.Ticket{report, {ID: report.ID}} {
		if d, found, err := s.Ready(ticket); d.Parts != 1 || !found || err != nil {
			t.Errorf("%+v %v %v", d, found, err)
		}
	}
	settle(t, s, post.Receipt{ID: report.ID, To: 7})
	settle(t, s, post.Receipt{ID: report.ID, To: 7, Parts: 2})
	if _, found, _ := s.Ready(report); found {
		t.Error("it is sent, and waits again")
	}
}

func TestASecondProcessIsToldWhoIsInTheWay(t *testing.T) {
	s := fresh(t, echo)
	_, err := Open(s.Path(), Options{})
	var inUse *InUseError
	if !errors.As(err, &inUse) || !strings.Contains(err.Error(), s.Path()) {
		t.Errorf("%v", err)
	}
}

func TestTheFileIsForItsOwnerOnly(t *testing.T) {
	s := fresh(t, echo)
	if info, err := os.Stat(s.Path()); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}

func TestANewerDatabaseIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = s.Db.Update(func(tx *bolt.Tx) error {
		return schema.Metas.In(tx).Put(schema.VersionKey, binary.BigEndian.AppendUint64(nil, 99))
	})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	var newer *NewerError
	if _, err := Open(path, Options{}); !errors.As(err, &newer) || newer.Has != 99 {
		t.Errorf("%v", err)
	}
}

func TestAFileThatIsNoDatabaseIsSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(path, []byte(strings.Repeat("bukan basis data ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, Options{}); err == nil || !strings.Contains(err.Error(), "rusak atau bukan basis data") {
		t.Errorf("%v", err)
	}
}

func TestAPollOfAHundredUpdatesIsOneCommit(t *testing.T) {
	s := fresh(t, echo)
	transaction := func() (id int) {
		_ = s.Db.View(func(tx *bolt.Tx) error { id = tx.ID(); return nil })
		return id
	}
	before := transaction()
	var batch []post.Incoming
	for n := int64(1); n <= 100; n++ {
		batch = append(batch, typed(n, "halo"))
	}
	apply(t, s, batch...)
	if commits := transaction() - before; commits != 1 {
		t.Errorf("%d commits", commits)
	}
}
