//go:build !race

package incoming

const raced = false
