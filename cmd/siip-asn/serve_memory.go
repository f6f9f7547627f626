package main

import (
	"os"
	"runtime/debug"
)

// GOGC and GOMEMLIMIT of a bot. Its live heap is a few MiB: to collect when it has doubled, which is Go's default, costs a quarter
// of the processor under load; to collect at five times its size costs some MiB of memory instead. Large work (an import, a rekap)
// comes near the memory limit, and there the collector runs oftener by itself.
const (
	collectAt   = 400       // percent above the live heap
	memoryLimit = 512 << 20 // bytes; soft
)

// tuneCollector sets both, unless the operator has set one of them in the environment.
func tuneCollector() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(collectAt)
		debug.SetMemoryLimit(memoryLimit)
	}
}
