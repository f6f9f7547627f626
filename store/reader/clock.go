package reader

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/store/schema"
	"siip-asn/store/table"
)

// A guard against leaps of the machine's clock: a dead battery, a wrong setting, a time server that is wrong for a minute. By a
// wrong time, data would be pruned as old and codes refused as expired. So the database keeps the highest time that it believes
// (Seen), and how the clock has run since a leap. A leap is believed when the clock has run on from there for a 24th part of the
// leap, a day at most. A night or a weekend in which the program did not run looks the same as a leap; it is believed after half
// an hour, or a few hours.
//
// Until a leap is believed, nothing is pruned by the new time. If it is too long to be such a pause (Strange), the ends of
// activation codes and of locks after wrong codes are shifted by it, so that they last as long as before.

const (
	clockStep  = 2 * time.Hour       // ahead of what was seen, that is believed at once
	clockBack  = time.Hour           // behind it, that is no leap
	clockRest  = 7 * 24 * time.Hour  // a pause after a leap, after which the clock still runs on from it
	clockCount = 10 * time.Minute    // at most, that one step counts for as time that the clock has run
	clockProof = 24 * time.Hour      // of running, after which any leap is believed
	clockPause = 31 * 24 * time.Hour // the longest time without the program that is taken for a pause
	clockGrain = time.Minute         // steps that are shorter are not written down
)

// Clock is what the database knows of the clock of the machine. The zero value has seen nothing.
type Clock struct {
	Seen time.Time     // the highest time that is believed
	from time.Time     // where a leap has led that is not believed yet; zero: there is none
	to   time.Time     // the time that was seen last after the leap
	ran  time.Duration // how long the clock has run since the leap
}

// Note takes notice of the time of the machine.
func (c Clock) Note(at time.Time) Clock {
	switch {
	case c.Seen.IsZero():
		return Clock{Seen: at}
	case between(at, c.Seen.Add(-clockBack), c.Seen.Add(clockStep)):
		if at.Before(c.Seen) {
			at = c.Seen
		}
		return Clock{Seen: at} // also back from a leap
	case c.from.IsZero() || !between(at, c.to.Add(-clockBack), c.to.Add(clockRest)):
		return Clock{Seen: c.Seen, from: at, to: at}
	}
	c.ran += min(max(0, at.Sub(c.to)), clockCount)
	c.to = at
	if c.ran >= min(clockProof, c.leap().Abs()/24) {
		return Clock{Seen: at}
	}
	return c
}

func between(at, low, high time.Time) bool { return !at.Before(low) && !at.After(high) }

// leap is how far the clock has gone from what is believed; 0: it has not, or that is believed.
func (c Clock) leap() time.Duration {
	if c.from.IsZero() {
		return 0
	}
	return c.from.Sub(c.Seen)
}

// Strange is the leap as far as no pause of the program explains it: back, or ahead by more than a month.
func (c Clock) Strange() time.Duration {
	if by := c.leap(); by < 0 || by > clockPause {
		return by
	}
	return 0
}

// settled tells whether after says nothing new: it differs from c by less than clockGrain. Then it is not written, which spares a
// page in each commit.
func (c Clock) settled(after Clock) bool {
	return !c.Seen.IsZero() && c.from.Equal(after.from) && after.Seen.Sub(c.Seen).Abs() < clockGrain && after.to.Sub(c.to).Abs() < clockGrain
}

var clockKey = []byte("clock")

// ClockOf reads what the database knows of the clock.
func ClockOf(tx *bolt.Tx) (c Clock) {
	v := schema.Metas.In(tx).Get(clockKey)
	if len(v) != 4*8 {
		return Clock{}
	}
	c.Seen, c.ran = time.Unix(0, table.Signed(v[:8])), time.Duration(table.Signed(v[24:]))
	if from := table.Signed(v[8:16]); from != 0 {
		c.from, c.to = time.Unix(0, from), time.Unix(0, table.Signed(v[16:24]))
	}
	return c
}

func (c Clock) save(tx *bolt.Tx) error {
	from, to := int64(0), int64(0)
	if !c.from.IsZero() {
		from, to = c.from.UnixNano(), c.to.UnixNano()
	}
	return schema.Metas.In(tx).Put(clockKey, schema.Key(c.Seen.UnixNano(), from, to, int64(c.ran)))
}

// NoteTime takes notice of a time of the machine.
func NoteTime(tx *bolt.Tx, at time.Time) error {
	was := ClockOf(tx)
	is := was.Note(at)
	if was.settled(is) {
		return nil
	}
	return is.save(tx)
}

// Believed is the time by which is judged what may be erased: never more than the database has seen and believes.
func Believed(tx *bolt.Tx, now time.Time) time.Time {
	if seen := ClockOf(tx).Seen; !seen.IsZero() && seen.Before(now) {
		return seen
	}
	return now
}

// Ends of validity are stored in believed time and shown in the time of the machine: the difference is Strange. So a leap shifts them
// all at once, and shifts them back when the clock is put right.

func (r *Records) untilByMachine(t time.Time) time.Time {
	if t.IsZero() {
		return t // it is so for almost every account: nothing is looked up
	}
	return shifted(t, ClockOf(r.Tx).Strange())
}

// UntilBelieved is a time of the machine in the clock that is believed: how what is valid until some time is kept.
func (r *Records) UntilBelieved(t time.Time) time.Time { return shifted(t, -ClockOf(r.Tx).Strange()) }

// shifted leaves what is not set.
func shifted(t time.Time, by time.Duration) time.Time {
	if t.IsZero() {
		return t
	}
	return t.Add(by)
}
