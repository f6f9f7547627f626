//go:build race

package masuk

// raced tells that the race detector slows everything down.
const raced = true
