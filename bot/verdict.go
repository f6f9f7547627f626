package bot

import (
	"errors"
	"net/http"
	"strings"
)

// verdict is what an error of a call means for what was to be sent.
type verdict uint8

const (
	done     verdict = iota // it is as it should be
	wait                    // too many requests: not before the given time
	again                   // the network or the server is in trouble: later
	gone                    // the person cannot be reached
	replaced                // the message that was to be changed is not there or cannot be changed
	hopeless                // it will never be accepted
)

// String is the verdict as the operator reads it.
func (v verdict) String() string {
	return [...]string{"ok", "retry_after", "try_again", "gone", "replaced", "refused"}[v]
}

// judge is the one place that reads the errors of the Bot API.
func judge(err error) verdict {
	var refusal *APIError
	var upstream *UpstreamError
	switch {
	case err == nil:
		return done
	case errors.As(err, &upstream) && upstream.Status == http.StatusRequestEntityTooLarge:
		return hopeless // a page of the server in front, which never lets the file through
	case !errors.As(err, &refusal):
		return again
	}
	switch refusal.Code {
	case http.StatusTooManyRequests:
		return wait
	case http.StatusForbidden:
		return gone
	case http.StatusUnauthorized, http.StatusNotFound, http.StatusConflict:
		return again // the token or the server is wrong, not what was to be sent
	}
	if refusal.Code >= 500 {
		return again
	}
	return judgeText(refusal.Description)
}

// judgeText reads the refusals that only their text tells apart.
func judgeText(description string) verdict {
	says := func(part string) bool { return strings.Contains(description, part) }
	switch {
	case says("message is not modified"), says("query is too old"):
		return done
	case says("chat not found"), says("PEER_ID_INVALID"), says("user is deactivated"):
		return gone
	case says("message to edit not found"), says("message can't be edited"), says("no text in the message to edit"),
		says("MESSAGE_ID_INVALID"):
		return replaced
	default:
		return hopeless
	}
}
