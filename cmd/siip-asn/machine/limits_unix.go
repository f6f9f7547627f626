//go:build unix

package machine

import (
	"os/signal"
	"syscall"
)

// BearLimits ignores SIGXFSZ, so that a write beyond the size that the system allows a file is an error, as on a full disk, and does
// not end the program. It also forbids core dumps: the token and what people wrote would be in them.
func BearLimits() {
	signal.Ignore(syscall.SIGXFSZ)
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{}) // less is always allowed
}
