package office

import (
	"testing"
	"time"
)

// TestTheClockIsWatched sets the clock forward and back, and lets it run otherwise.
func TestTheClockIsWatched(t *testing.T) {
	var c clockWatch
	passing := time.Now()
	ahead := time.Duration(0)
	look := func(after, set time.Duration) time.Duration {
		passing, ahead = passing.Add(after), ahead+set
		return c.moved(passing.Add(ahead), passing)
	}
	for _, step := range []struct{ after, set, want time.Duration }{
		{0, 0, 0}, {time.Minute, 0, 0}, {time.Hour, 30 * time.Second, 0}, {time.Second, 26 * time.Hour, 26 * time.Hour},
		{time.Hour, 0, 0}, {time.Second, -30 * time.Hour, -30 * time.Hour}, {time.Second, 0, 0},
	} {
		if got := look(step.after, step.set); got != step.want {
			t.Errorf("%+v: %s", step, got)
		}
	}
}
