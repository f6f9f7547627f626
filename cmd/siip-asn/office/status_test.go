package office

import "testing"

func TestASmallDatabaseHasASize(t *testing.T) {
	for bytes, want := range map[int64]string{1: "1 KiB", 32 << 10: "32 KiB", 1 << 20: "1,0 MiB", 3 << 19: "1,5 MiB"} {
		if got := sizeWords(bytes); got != want {
			t.Errorf("%d: %q, not %q", bytes, got, want)
		}
	}
}
