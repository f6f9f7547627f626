//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// bearLimits makes an error of a write beyond the size that the system allows a file: by itself it ends the program.
func bearLimits() { signal.Ignore(syscall.SIGXFSZ) }
