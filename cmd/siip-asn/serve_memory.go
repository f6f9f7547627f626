package main

import (
	"os"
	"runtime/debug"
)

// What the collector of garbage may use: the live heap of a running bot is a few MiB, so that collecting at twice its size costs
// a quarter of the processor under load, and at five times it costs some MiB. Large work (an import, a rekap) comes near the
// limit, from where on it collects oftener again.
const (
	collectAt   = 400       // percent above the live heap
	memoryLimit = 512 << 20 // bytes; soft
)

// tuneCollector sets that, unless the operator has set GOGC or GOMEMLIMIT.
func tuneCollector() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(collectAt)
		debug.SetMemoryLimit(memoryLimit)
	}
}
