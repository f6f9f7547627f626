//go:build !unix

package incoming

import "time"

var started = time.Now()

func cpuTime() time.Duration { return time.Since(started) }
