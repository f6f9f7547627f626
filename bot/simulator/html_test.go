package simulator

import (
	"strings"
	"testing"
)

// What is styled after the first hundred parts is dropped without a word.
func TestMoreStyledThanAMessageHolds(t *testing.T) {
	for n, want := range map[int][]string{100: nil, 101: {"a message with 101 entities"}} {
		b, p := start(t, Options{})
		text := strings.Repeat("<b>a</b> ", n)
		m := must[Message](b, "sendMessage", args{"chat_id": p.ID(), "text": text, "parse_mode": "HTML"})
		expectComplaints(t, b.sim, want...)
		if len(m.Entities) != 100 || len(m.Text) != 2*n-1 {
			t.Errorf("%d: %d entities of %q", n, len(m.Entities), m.Text)
		}
	}
}
