//go:build !unix

package masuk

import "time"

var started = time.Now()

func cpuTime() time.Duration { return time.Since(started) }
