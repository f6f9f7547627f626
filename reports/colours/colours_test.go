package colours

import (
	"math"
	"strconv"
	"testing"

	"siip-asn/flow"
)

// luminance is how light a colour is on grey paper, 0 to 1 (WCAG 2.2, relative luminance, as it is seen: its cube root).
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		t.Fatalf("%q is no colour", hex)
	}
	part := func(shift uint) float64 {
		c := float64(v>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return math.Cbrt(0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0))
}

// Every status of a list has a colour, and any two differ on grey paper.
func TestColoursDifferInGrey(t *testing.T) {
	for i, s := range flow.Statuses {
		for _, other := range flow.Statuses[:i] {
			for _, of := range []func(flow.Status) string{Of, Solid} {
				if d := math.Abs(luminance(t, of(s)) - luminance(t, of(other))); d < 0.05 {
					t.Errorf("%s and %s differ by %.2f only", s, other, d)
				}
			}
		}
	}
	if len(Stacked) != len(flow.Statuses) {
		t.Error("a status stands in no bar")
	}
}
