package main

import (
	"slices"
	"sync"
	"time"
)

// times collects how long things took.
type times struct {
	mu   sync.Mutex
	list []time.Duration
}

func (t *times) add(d time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.list = append(t.list, d)
}

// at is the time within which so many of a hundred were done.
func (t *times) at(percent int) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.list) == 0 {
		return 0
	}
	sorted := slices.Clone(t.list)
	slices.Sort(sorted)
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
}

// halves are those of the first and of the second half of the time: what is not flat shows here.
func (t *times) halves() (first, second *times) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := len(t.list) / 2
	return &times{list: t.list[:n]}, &times{list: t.list[n:]}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
