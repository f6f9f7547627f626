//go:build race

package incoming

// raced tells that the race detector slows everything down.
const raced = true
