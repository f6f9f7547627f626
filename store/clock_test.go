package store

import (
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
	"siip-asn/store/reader"
)

// tickAt is the clock of the program at that time.
func tickAt(at time.Time) post.Incoming {
	return post.Incoming{Event: dialog.Event{At: at, Input: dialog.Tick{}}}
}

// TestALeapIsBelievedWhenTheClockHasRunOn tells for each way in which a clock goes what is believed at its end.
func TestALeapIsBelievedWhenTheClockHasRunOn(t *testing.T) {
	const day = 24 * time.Hour
	steps := func(from time.Time, step time.Duration, n int) (list []time.Time) {
		for i := range n {
			list = append(list, from.Add(time.Duration(i)*step))
		}
		return list
	}
	ahead := noon.AddDate(3, 0, 0)
	for _, c := range []struct {
		name     string
		times    []time.Time
		believed time.Time
		strange  bool
	}{
		{"a minute three years ahead", []time.Time{noon, ahead, ahead.Add(time.Minute)}, noon, true},
		{"and back", []time.Time{noon, ahead, ahead.Add(time.Minute), noon.Add(2 * time.Minute)}, noon.Add(2 * time.Minute), false},
		{"ahead for a day", append(steps(noon, 0, 1), steps(ahead, 5*time.Minute, 24*12+2)...), ahead.Add(day), false},
		{"ahead for half a day", append(steps(noon, 0, 1), steps(ahead, 5*time.Minute, 12*12)...), noon, true},
		{"ahead in leaps", append(steps(noon, 0, 1), steps(ahead, 30*day, 40)...), noon, true},
		{"a battery that is dead", []time.Time{noon, time.Unix(0, 0), time.Unix(60, 0)}, noon, true},
		{"an hour back, as by hand", []time.Time{noon, noon.Add(-50 * time.Minute)}, noon, false},
		{"a night without the program", append(steps(noon, 0, 1), steps(noon.Add(14*time.Hour), time.Minute, 40)...), noon.Add(14*time.Hour + 39*time.Minute), false},
		{"a weekend without it, just begun", []time.Time{noon, noon.Add(60 * time.Hour)}, noon, false},
		{"six weeks without it, working days", append(append(append(steps(noon, 0, 1), steps(noon.AddDate(0, 0, 42), time.Minute, 480)...),
			steps(noon.AddDate(0, 0, 43), time.Minute, 480)...), steps(noon.AddDate(0, 0, 44), time.Minute, 500)...), noon.AddDate(0, 0, 44).Add(499 * time.Minute), false},
	} {
		var k reader.Clock
		for _, at := range c.times {
			k = k.Note(at)
		}
		if got := k.Seen; got.Sub(c.believed).Abs() > 30*time.Minute || k.Strange() != 0 != c.strange {
			t.Errorf("%s: believed is %v, want %v; the leap %v", c.name, got, c.believed, k.Strange())
		}
	}
}

func TestTheClockIsKept(t *testing.T) {
	s := fresh(t, echo)
	apply(t, s, typed(1, "satu"), tickAt(noon.AddDate(3, 0, 0)))
	apply(t, s, tickAt(noon.AddDate(3, 0, 0)))
	if by, believed, err := s.Leap(); err != nil || by != noon.AddDate(3, 0, 0).Sub(noon) || !believed.Equal(noon) {
		t.Errorf("%v %v %v", by, believed, err)
	}
	apply(t, s, tickAt(noon.Add(time.Minute)))
	if by, believed, err := s.Leap(); err != nil || by != 0 || !believed.Equal(noon.Add(time.Minute)) {
		t.Errorf("%v %v %v", by, believed, err)
	}
}

// TestALeapErasesNothing: one minute with the clock three years ahead, in which everything that prunes is run.
func TestALeapErasesNothing(t *testing.T) {
	s := fresh(t, echo)
	ahead := noon.AddDate(3, 0, 0)
	apply(t, s, typed(1, "satu"))
	if err := s.SaveAktivasi([]aktivasi.Aktivasi{{Hash: "baru", Pegawai: 1, Sampai: noon.Add(month)}}); err != nil {
		t.Fatal(err)
	}
	apply(t, s, tickAt(ahead))
	if err := s.Prune(ahead); err != nil {
		t.Fatal(err)
	}
	read(t, s, func(r *Reader) {
		if a, found := r.Aktivasi("baru"); !found || !a.Sampai.After(ahead) {
			t.Errorf("a code is not valid any more: %v %v", found, a.Sampai)
		}
	})
	apply(t, s, typed(1, "satu"), tickAt(noon.Add(time.Minute)))
	read(t, s, func(r *Reader) {
		if a, _ := r.Aktivasi("baru"); !a.Sampai.Equal(noon.Add(month)) {
			t.Errorf("the code is valid until %v", a.Sampai)
		}
	})
	if n := count(s, "update"); n != 1 {
		t.Errorf("%d updates are known", n)
	}
}

// TestACodeOfALeapDoesNotLiveForYears is given out while the clock is ahead.
func TestACodeOfALeapDoesNotLiveForYears(t *testing.T) {
	ahead := noon.AddDate(3, 0, 0)
	s := fresh(t, func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		return session, []dialog.Effect{
			dialog.SaveAktivasi{Aktivasi: aktivasi.Aktivasi{Hash: "x", Pegawai: 1, Sampai: e.At.Add(month)}},
			dialog.SaveAccount{Account: flow.Account{ID: 7, WrongCodes: 1, ClosedUntil: e.At.Add(15 * time.Minute)}},
		}, nil
	})
	apply(t, s, typed(1, "satu"))
	apply(t, s, func() post.Incoming { in := typed(2, "dua"); in.Event.At = ahead; return in }())
	err := s.Update(func(tx *bolt.Tx) error { return reader.NoteTime(tx, noon.Add(time.Minute)) })
	if err != nil {
		t.Fatal(err)
	}
	read(t, s, func(r *Reader) {
		if a, _ := r.Aktivasi("x"); !a.Sampai.Equal(noon.Add(month)) {
			t.Errorf("valid until %v", a.Sampai)
		}
		if a := r.Account(7); !a.ClosedUntil.Equal(noon.Add(15 * time.Minute)) {
			t.Errorf("closed until %v", a.ClosedUntil)
		}
	})
}

// TestDoneInTheFutureIsNever: a job was done while the clock was ahead.
func TestDoneInTheFutureIsNever(t *testing.T) {
	var done time.Time
	s := fresh(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		done = r.Done("rekap")
		return session, []dialog.Effect{dialog.MarkDone{Job: "rekap", At: e.At}}, nil
	})
	ahead := noon.AddDate(3, 0, 0)
	for _, at := range []time.Time{noon, ahead, ahead.Add(time.Minute)} {
		apply(t, s, tickAt(at))
	}
	if !done.Equal(ahead) {
		t.Errorf("within the leap it was done at %v", done)
	}
	if apply(t, s, tickAt(noon.Add(time.Minute))); !done.IsZero() {
		t.Errorf("it was last done at %v, which is to come", done)
	}
	if apply(t, s, tickAt(noon.Add(2*time.Minute))); !done.Equal(noon.Add(time.Minute)) {
		t.Errorf("it was last done at %v", done)
	}
}
