package bot

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/telegram"
)

// TestTroubleIsSaidWhenItBeginsAndWhenItIsOver goes through a bad hour.
func TestTroubleIsSaidWhenItBeginsAndWhenItIsOver(t *testing.T) {
	var out bytes.Buffer
	tr := trouble{what: "getUpdates", log: slog.New(slog.NewTextHandler(&out, nil))}
	now := time.Now()
	conflict := &telegram.APIError{Method: "getUpdates", Code: 409, Description: "Conflict: terminated by other getUpdates request"}
	network := errors.New("no route")
	for i, err := range []error{nil, network, network, &telegram.UpstreamError{Status: 502}, conflict, conflict, nil, nil, network, nil} {
		tr.note(err, now.Add(time.Duration(i)*time.Minute))
	}
	var got []string
	for line := range strings.Lines(out.String()) {
		_, line, _ = strings.Cut(strings.TrimSpace(line), "level=")
		got = append(got, line)
	}
	for i, want := range []string{
		`WARN msg="trouble begins" with=getUpdates error="no route"`,
		`WARN msg="trouble goes on otherwise" with=getUpdates error="no answer of the Bot API: HTTP 502"`,
		`do="stop the other program that uses this token`,
		`INFO msg="trouble is over" with=getUpdates lasted=5m0s failures=5`,
		`WARN msg="trouble begins"`,
		`INFO msg="trouble is over" with=getUpdates lasted=1m0s failures=1`,
	} {
		if i >= len(got) || !strings.Contains(got[i], want) {
			t.Fatalf("line %d lacks %q:\n%s", i, want, out.String())
		}
	}
	if len(got) != 6 {
		t.Errorf("%d lines:\n%s", len(got), out.String())
	}
}
