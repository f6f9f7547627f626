package world

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// How much waits for the bot, and for how long.
const (
	maxUpdateID   = 2_000_000_000
	MaxQueue      = 100_000            // updates; what happens after that is lost
	maxAnswer     = 4 << 20            // bytes of updates in one answer
	Week          = 7 * 24 * time.Hour // without an update, after which ids begin anew
	MessageLife   = 24 * time.Hour     // how long a message waits to be fetched
	CallbackLife  = 150 * time.Second  // how long a tap waits to be fetched
	recentUpdates = 200                // kept for Redeliver and Repeat
)

// Queue holds the updates that the bot has not confirmed, oldest first.
type Queue struct {
	Updates []Update  `json:"updates,omitempty"`
	Tail    int64     `json:"tail"` // the id that the next update gets; 0 before the first
	Pushed  time.Time `json:"pushed"`

	again  []Update // to be given once more whatever the offset, see Redeliver
	Recent []Update `json:"-"` // the newest, confirmed or not, for Redeliver and Repeat
}

// Update is one update as it was when it happened: a later edit does not change it.
type Update struct {
	ID      int64           `json:"id"`
	Kind    string          `json:"kind"`
	Body    json.RawMessage `json:"body"`
	Expires time.Time       `json:"expires"`
	Tap     string          `json:"tap,omitempty"`
}

// Wire writes the update as getUpdates gives it.
func (u Update) Wire() json.RawMessage {
	return fmt.Appendf(nil, `{"update_id":%d,%q:%s}`, u.ID, u.Kind, u.Body)
}

// push adds an update under the next id; false when the queue is full. As with the real server, ids begin at a random number above
// two million, and begin anew after a week without any: so a bot that takes them to grow for ever is found out.
func (q *Queue) push(u Update, now time.Time, rng *rand.Rand) bool {
	if len(q.Updates) >= MaxQueue {
		return false
	}
	idle := len(q.Updates) == 0 && !q.Pushed.IsZero() && now.Sub(q.Pushed) > Week
	if q.Tail == 0 || idle || q.Tail >= maxUpdateID {
		q.Tail = 2_000_001 + rng.Int64N(maxUpdateID/2-2_000_001)
	}
	u.ID = q.Tail
	q.Tail++
	q.Pushed = now
	q.Updates = append(q.Updates, u)
	q.Recent = append(q.Recent, u)
	if len(q.Recent) > recentUpdates {
		q.Recent = slices.Clone(q.Recent[1:])
	}
	return true
}

func (q *Queue) head() int64 {
	if len(q.Updates) == 0 {
		return q.Tail
	}
	return q.Updates[0].ID
}

// Confirm forgets the updates with ids below offset, and those that have expired. A negative offset keeps the newest -offset of
// them. An offset far outside of the ids in the queue counts as none. It tells whether anything was forgotten.
func (q *Queue) Confirm(offset int64, now time.Time) bool {
	before := len(q.Updates)
	if keep := -offset; offset < 0 && keep < int64(len(q.Updates)) {
		q.Updates = q.Updates[int64(len(q.Updates))-keep:]
	}
	if offset > q.Tail+10 || offset < q.head()-MaxQueue {
		offset = 0
	}
	q.Updates = slices.DeleteFunc(q.Updates, func(u Update) bool {
		return u.ID < offset || !now.Before(u.Expires)
	})
	return len(q.Updates) < before
}

// Take gives up to limit updates, and first those that are to come again.
func (q *Queue) Take(limit int) []Update {
	out := append(q.again, q.Updates...)
	q.again = nil
	out = slices.Clone(out[:min(limit, len(out))])
	size := 0
	for i, u := range out {
		if size += len(u.Body) + 50; size > maxAnswer {
			return out[:i]
		}
	}
	return out
}
