package office

import (
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/telegram"
)

// TestTheFirstPollIsNoTrouble while the server keeps it waiting; after that, and when it fails, it is said.
func TestTheFirstPollIsNoTrouble(t *testing.T) {
	now := time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
	w := newWatch(func() time.Time { return now }, slog.New(slog.DiscardHandler))
	says := func(want string) {
		t.Helper()
		if got := w.pollWords(); !strings.HasPrefix(got, want) {
			t.Errorf("after %s: %q, not %q", w.pollAge(), got, want)
		}
	}
	says("baru dimulai")
	now = now.Add(30 * time.Second)
	says("baru dimulai")
	w.Polled(0, errors.New("no line"))
	says("poll GAGAL (no line), belum ada poll yang berhasil")
	w.failing.Store(nil)
	now = now.Add(time.Minute)
	says("belum ada poll yang berhasil")
	w.Polled(0, nil)
	says("poll terakhir berhasil")
}

// TestWhoStartsABotWithoutALineIsToldOnce, and not of what the Bot API itself has answered, nor of a line that breaks later.
func TestWhoStartsABotWithoutALineIsToldOnce(t *testing.T) {
	refused, broken := error(&telegram.APIError{Code: 401}), errors.New("no line")
	for name, c := range map[string]struct {
		polls []error
		told  int
	}{
		"no line": {[]error{broken, broken, nil, broken}, 1}, "refused": {[]error{refused, refused}, 0}, "later": {[]error{nil, broken}, 0},
	} {
		told := 0
		w := newWatch(time.Now, slog.New(slog.DiscardHandler))
		w.apart = func(error) { told++ }
		for _, err := range c.polls {
			w.Polled(0, err)
		}
		if told != c.told {
			t.Errorf("%s: told %d times", name, told)
		}
	}
}
