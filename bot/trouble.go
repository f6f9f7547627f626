package bot

import (
	"errors"
	"log/slog"
	"net/http"
	"time"

	"siip-asn/bot/telegram"
)

// trouble keeps the log short while calls fail: one line when it begins, one when its reason changes, one when it is over, and
// none for each failure in between.
type trouble struct {
	what   string
	log    *slog.Logger
	began  time.Time
	reason string
	failed int
}

// note looks at how a call has ended.
func (t *trouble) note(err error, now time.Time) {
	switch reason := reasonOf(err); {
	case err == nil && t.failed > 0:
		t.log.Info("trouble is over", "with", t.what, "lasted", now.Sub(t.began).Round(time.Millisecond).String(), "failures", t.failed)
		*t = trouble{what: t.what, log: t.log}
	case err == nil:
	case t.failed == 0:
		t.began, t.reason, t.failed = now, reason, 1
		t.log.Warn("trouble begins", "with", t.what, "error", err, "do", telegram.Advice(err))
	case reason != t.reason:
		t.reason, t.failed = reason, t.failed+1
		t.log.Warn("trouble goes on otherwise", "with", t.what, "error", err, "do", telegram.Advice(err))
	default:
		t.failed++
		t.log.Debug("trouble goes on", "with", t.what, "error", err)
	}
}

// reasonOf tells apart what the operator has to tell apart.
func reasonOf(err error) string {
	var refusal *telegram.APIError
	var upstream *telegram.UpstreamError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &refusal):
		return http.StatusText(refusal.Code)
	case errors.As(err, &upstream):
		return "server"
	default:
		return "network"
	}
}
