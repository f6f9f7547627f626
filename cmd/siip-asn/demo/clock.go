package demo

import (
	"os"
	"sync"
	"time"
)

// ClockVariable is the environment variable that is set for the bot of the demo: how far its clock is ahead. It also ends with the demo then.
const ClockVariable = "SIIP_ASN_DEMO_CLOCK"

// clock is the time of the sample world: ahead of the real one by as much as the bar above the phones has moved it. The
// sample data, the simulator and the bot all go by it.
type clock struct {
	file  string // how far it is ahead, for the next demo in the same folder
	mu    sync.Mutex
	ahead time.Duration
}

func openClock(file string) *clock {
	text, _ := os.ReadFile(file) // missing: it was never moved
	ahead, _ := time.ParseDuration(string(text))
	return &clock{file: file, ahead: ahead}
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.ahead)
}

// setting is the value of ClockVariable.
func (c *clock) setting() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ahead.String()
}

// forward moves the clock ahead, for good.
func (c *clock) forward(d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ahead += d
	return os.WriteFile(c.file, []byte(c.ahead.String()), 0o600)
}

// ClockOf is the clock of the program: in a demo it can be ahead.
func ClockOf(environ func(string) string) func() time.Time {
	ahead, err := time.ParseDuration(environ(ClockVariable))
	if err != nil {
		return time.Now
	}
	return func() time.Time { return time.Now().Add(ahead) }
}
