package office

import (
	"sync"
	"time"
)

// clockWatch notices when the clock of the machine is set, or the machine sleeps: between two looks the wall clock and the
// monotonic clock then have gone a different way.
type clockWatch struct {
	mu           sync.Mutex
	day, passing time.Time // as they were when it was looked at last
}

// clockSlack is how far the two may differ before the clock counts as moved: time servers correct it by less.
const clockSlack = time.Minute

// moved is how far the clock was moved since the last look; 0 when it was not. passing is a reading of time.Now.
func (c *clockWatch) moved(day, passing time.Time) time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	day = day.Round(0) // drops the monotonic part, by which Sub would reckon otherwise
	by := day.Sub(c.day) - passing.Sub(c.passing)
	first := c.day.IsZero()
	c.day, c.passing = day, passing
	if first || by.Abs() < clockSlack {
		return 0
	}
	return by
}
