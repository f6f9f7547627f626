package bot

import (
	"errors"
	"log/slog"
	"net/http"
	"time"
)

// trouble is a time in which calls fail. The log says once that it has begun, again when its reason is another one, and
// when it is over: not every failure in between.
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
		t.log.Warn("trouble begins", "with", t.what, "error", err, "do", advice(err))
	case reason != t.reason:
		t.reason, t.failed = reason, t.failed+1
		t.log.Warn("trouble goes on otherwise", "with", t.what, "error", err, "do", advice(err))
	default:
		t.failed++
		t.log.Debug("trouble goes on", "with", t.what, "error", err)
	}
}

// reasonOf tells apart what the operator has to tell apart.
func reasonOf(err error) string {
	var refusal *APIError
	var upstream *UpstreamError
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

// advice is what the operator can do about an error.
func advice(err error) string {
	var refusal *APIError
	if !errors.As(err, &refusal) {
		return "nothing: it is tried again; if it lasts, look at the network and at telegram.api_url"
	}
	switch refusal.Code {
	case http.StatusConflict:
		return "stop the other program that uses this token (or its webhook): Telegram serves one at a time"
	case http.StatusUnauthorized, http.StatusNotFound:
		return "the token is not valid any more: put a new one of @BotFather into the config and start again"
	case http.StatusTooManyRequests:
		return "nothing: the bot waits as long as it was told"
	default:
		return "nothing: it is tried again"
	}
}
