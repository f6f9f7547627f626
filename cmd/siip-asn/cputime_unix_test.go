//go:build unix

package main

import (
	"syscall"
	"time"
)

// cpuTime is how long this process has computed: on a machine that others use too, that is what a work takes.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
