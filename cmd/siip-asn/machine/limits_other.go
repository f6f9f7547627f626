//go:build !unix

package machine

// BearLimits does nothing here.
func BearLimits() {}
