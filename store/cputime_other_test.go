//go:build !unix

package store

import "time"

var started = time.Now()

func cpuTime() time.Duration { return time.Since(started) }
