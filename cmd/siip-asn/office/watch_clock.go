package office

import (
	"sync"
	"time"
)

// clockWatch notices when the clock of the machine is set, or the machine sleeps: the time of day then goes another way than
// the time that passes.
type clockWatch struct {
	mu           sync.Mutex
	day, passing time.Time // as they were when it was looked at last
}

// clockSlack is how far the clock may go astray, between two looks, before it counts as moved.
const clockSlack = time.Minute

// moved is how far the clock was moved since the last look; 0 when it was not. passing is a reading of time.Now.
func (c *clockWatch) moved(day, passing time.Time) time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	day = day.Round(0) // without the reading of the time that passes
	by := day.Sub(c.day) - passing.Sub(c.passing)
	first := c.day.IsZero()
	c.day, c.passing = day, passing
	if first || by.Abs() < clockSlack {
		return 0
	}
	return by
}
