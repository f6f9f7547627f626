package main

import (
	"os"
	"sync"
	"time"
)

// demoClock is set for the bot of the demo: how far its clock is ahead. It also ends with the demo then.
const demoClock = "SIIP_ASN_DEMO_CLOCK"

// worldClock is the time of the sample world: ahead of the real one by as much as the bar above the phones has moved it. The
// sample data, the simulator and the bot all go by it.
type worldClock struct {
	file  string // how far it is ahead, for the next demo in the same folder
	mu    sync.Mutex
	ahead time.Duration
}

func openWorldClock(file string) *worldClock {
	text, _ := os.ReadFile(file) // missing: it was never moved
	ahead, _ := time.ParseDuration(string(text))
	return &worldClock{file: file, ahead: ahead}
}

func (c *worldClock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.ahead)
}

// setting is the value of demoClock.
func (c *worldClock) setting() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ahead.String()
}

// forward moves the clock ahead, for good.
func (c *worldClock) forward(d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ahead += d
	return os.WriteFile(c.file, []byte(c.ahead.String()), 0o600)
}

// clockOf is the clock of the program: in a demo it can be ahead.
func clockOf(environ func(string) string) func() time.Time {
	ahead, err := time.ParseDuration(environ(demoClock))
	if err != nil {
		return time.Now
	}
	return func() time.Time { return time.Now().Add(ahead) }
}
