package store

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow/post"
	"siip-asn/store/table"
)

// The clock of the machine may leap: a dead battery, a wrong setting, a server of time that is wrong for a minute. What is
// erased or refused because of its age would be lost by that. So the database keeps the highest time that it believes, and
// how the clock has run since a leap. A leap is believed when the clock has run on from there long enough: a 24th part of
// the leap, a day at most. A night or a weekend without the program is such a leap too; it is believed after half an hour,
// or after a few hours.
//
// Until then nothing is pruned by the new time, and a leap that no pause explains moves what is valid until some time
// (activation codes, accounts that wait after wrong codes) along with the clock.

const (
	clockStep  = 2 * time.Hour       // ahead of what was seen, that is believed at once
	clockBack  = time.Hour           // behind it, that is no leap
	clockRest  = 7 * 24 * time.Hour  // a pause after a leap, after which the clock still runs on from it
	clockCount = 10 * time.Minute    // at most, that one step counts for as time that the clock has run
	clockProof = 24 * time.Hour      // of running, after which any leap is believed
	clockPause = 31 * 24 * time.Hour // the longest time without the program that is taken for a pause
	clockGrain = time.Minute         // steps that are shorter are not written down
)

// clock is what the database knows of the clock of the machine. The zero value has seen nothing.
type clock struct {
	seen time.Time     // the highest time that is believed
	from time.Time     // where a leap has led that is not believed yet; zero: there is none
	to   time.Time     // the time that was seen last after the leap
	ran  time.Duration // how long the clock has run since the leap
}

// note takes notice of the time of the machine.
func (c clock) note(at time.Time) clock {
	switch {
	case c.seen.IsZero():
		return clock{seen: at}
	case between(at, c.seen.Add(-clockBack), c.seen.Add(clockStep)):
		if at.Before(c.seen) {
			at = c.seen
		}
		return clock{seen: at} // also back from a leap
	case c.from.IsZero() || !between(at, c.to.Add(-clockBack), c.to.Add(clockRest)):
		return clock{seen: c.seen, from: at, to: at}
	}
	c.ran += min(max(0, at.Sub(c.to)), clockCount)
	c.to = at
	if c.ran >= min(clockProof, c.leap().Abs()/24) {
		return clock{seen: at}
	}
	return c
}

func between(at, low, high time.Time) bool { return !at.Before(low) && !at.After(high) }

// leap is how far the clock has gone from what is believed; 0: it has not, or that is believed.
func (c clock) leap() time.Duration {
	if c.from.IsZero() {
		return 0
	}
	return c.from.Sub(c.seen)
}

// strange is the leap as far as no pause of the program explains it: back, or ahead by more than a month.
func (c clock) strange() time.Duration {
	if by := c.leap(); by < 0 || by > clockPause {
		return by
	}
	return 0
}

// settled tells whether a time is not worth writing down after c.
func (c clock) settled(after clock) bool {
	return !c.seen.IsZero() && c.from.Equal(after.from) && after.seen.Sub(c.seen).Abs() < clockGrain && after.to.Sub(c.to).Abs() < clockGrain
}

var clockKey = []byte("clock")

// clockOf reads what the database knows of the clock.
func clockOf(tx *bolt.Tx) (c clock) {
	v := metas.In(tx).Get(clockKey)
	if len(v) != 4*8 {
		return clock{}
	}
	c.seen, c.ran = time.Unix(0, table.Signed(v[:8])), time.Duration(table.Signed(v[24:]))
	if from := table.Signed(v[8:16]); from != 0 {
		c.from, c.to = time.Unix(0, from), time.Unix(0, table.Signed(v[16:24]))
	}
	return c
}

func (c clock) save(tx *bolt.Tx) error {
	from, to := int64(0), int64(0)
	if !c.from.IsZero() {
		from, to = c.from.UnixNano(), c.to.UnixNano()
	}
	return metas.In(tx).Put(clockKey, key(c.seen.UnixNano(), from, to, int64(c.ran)))
}

// noteClock takes notice of the time that a batch of events brings.
func noteClock(tx *bolt.Tx, batch []post.Incoming) error {
	if len(batch) == 0 || batch[0].Event.At.IsZero() {
		return nil
	}
	return noteTime(tx, batch[0].Event.At)
}

func noteTime(tx *bolt.Tx, at time.Time) error {
	was := clockOf(tx)
	is := was.note(at)
	if was.settled(is) {
		return nil
	}
	return is.save(tx)
}

// believed is the time by which is judged what may be erased: never more than the database has seen and believes.
func believed(tx *bolt.Tx, now time.Time) time.Time {
	if seen := clockOf(tx).seen; !seen.IsZero() && seen.Before(now) {
		return seen
	}
	return now
}

// Leap is how far the clock of the machine has gone from what the database believes, in either direction, when no pause of
// the program explains it; 0 when all is well. believed is the time before the leap.
func (s *Store) Leap() (by time.Duration, believed time.Time, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		c := clockOf(tx)
		by, believed = c.strange(), c.seen
		return nil
	})
	return by, believed, err
}

// What is valid until some time is kept by the clock that is believed, and handed out by the clock of the machine.

func (r *Reader) untilByMachine(t time.Time) time.Time { return shifted(t, clockOf(r.tx).strange()) }

func (r *Reader) untilBelieved(t time.Time) time.Time { return shifted(t, -clockOf(r.tx).strange()) }

// shifted leaves what is not set.
func shifted(t time.Time, by time.Duration) time.Time {
	if t.IsZero() {
		return t
	}
	return t.Add(by)
}
