package borongan

import (
	"strings"
	"testing"
)

// TestWhatIsLeftIsSaid: what is more than one work can have is not passed over in silence.
func TestWhatIsLeftIsSaid(t *testing.T) {
	if words := (work{Sisa: 500}).leftWords(); !strings.Contains(words, "500 lainnya") {
		t.Errorf("%q", words)
	}
	if words := (work{}).leftWords(); words != "" {
		t.Errorf("%q", words)
	}
}
