package main

import (
	"fmt"
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

// parts are those of so many equal parts of the time, one after the other: what is not flat shows here.
func (t *times) parts(n int) (list []*times) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range n {
		list = append(list, &times{list: t.list[len(t.list)*i/n : len(t.list)*(i+1)/n]})
	}
	return list
}

func (t *times) summary() string { return fmt.Sprintf("%.1f / %.1f", ms(t.at(50)), ms(t.at(99))) }

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func median(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	if n := len(sorted); n%2 == 0 {
		return (sorted[n/2-1] + sorted[n/2]) / 2
	}
	return sorted[len(sorted)/2]
}

// bucket is how many things took at most so many seconds.
type bucket struct{ seconds, count float64 }

// buckets are a histogram, each with all that are in those before it.
type buckets []bucket

func (b buckets) minus(before buckets) buckets {
	list := slices.Clone(b)
	for i := range min(len(list), len(before)) {
		list[i].count -= before[i].count
	}
	return list
}

// below is a time, in seconds, within which so many of a hundred were done.
func (b buckets) below(percent float64) float64 {
	for _, some := range b {
		if some.count >= b[len(b)-1].count*percent/100 {
			return some.seconds
		}
	}
	return 0
}
