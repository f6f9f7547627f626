//go:build !race

package masuk

const raced = false
