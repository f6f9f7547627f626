package telegram

import (
	"errors"
	"fmt"
	"testing"
	"time"
)

func TestVerdicts(t *testing.T) {
	api := func(code int, text string) error {
		return fmt.Errorf("wrapped: %w", &APIError{Method: "sendMessage", Code: code, Description: text})
	}
	for _, c := range []struct {
		err  error
		want Verdict
	}{
		{nil, Done},
		{errors.New("connection refused"), Again},
		{&LineError{"sendMessage", errors.New("EOF")}, Again},
		{&PlaceError{"/srv/x"}, Again},
		{&UpstreamError{Status: 502}, Again},
		{&UpstreamError{Status: 413}, Refused},
		{&UpstreamError{Status: 429, RetryAfter: time.Second}, Wait},
		{api(500, "Internal Server Error: restart"), Again},
		{api(500, "Internal Server Error: sent message was immediately deleted"), Done},
		{api(400, "Bad Request: sent message was immediately deleted and can't be returned"), Done},
		{api(401, "Unauthorized"), Again},
		{api(404, "Not Found"), Again},
		{api(409, "Conflict: terminated by other getUpdates request"), Again},
		{api(421, "Misdirected Request"), Again},
		{api(400, "Logged out"), Again},
		{api(400, "Bad Request: Logged out"), Again},
		{api(420, "FROZEN_METHOD_INVALID"), Again},
		{api(400, "Bad Request: FROZEN_METHOD_INVALID"), Again},
		{api(403, "Forbidden: FROZEN_METHOD_INVALID"), Again},
		{api(429, "Too Many Requests: retry after 5"), Wait},
		{api(403, "Forbidden: bot was blocked by the user"), Gone},
		{api(403, "Forbidden: bot is not a member of the supergroup chat"), Gone},
		{api(400, "Bad Request: chat not found"), Gone},
		{api(400, "Bad Request: PEER_ID_INVALID"), Gone},
		{api(400, "Bad Request: user not found"), Gone},
		{api(400, "Bad Request: INPUT_USER_DEACTIVATED"), Gone},
		{api(400, "Bad Request: USER_IS_BLOCKED"), Gone},
		{api(400, "Bad Request: CHAT_WRITE_FORBIDDEN"), Gone},
		{api(400, "Bad Request: not enough rights to send text messages to the chat"), Gone},
		{api(400, "Bad Request: have no rights to send a message"), Gone},
		{api(400, "Bad Request: group chat was upgraded to a supergroup chat"), Gone},
		{api(400, "Bad Request: TOPIC_CLOSED"), Gone},
		{api(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"), Done},
		{api(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"), Done},
		{api(400, "Bad Request: message to edit not found"), Missing},
		{api(400, "Bad Request: message to delete not found"), Missing},
		{api(400, "Bad Request: message can't be edited"), Frozen},
		{api(400, "Bad Request: message can't be deleted for everyone"), Frozen},
		{api(400, "Bad Request: there is no text in the message to edit"), Frozen},
		{api(400, "Bad Request: can't parse entities: unclosed tag"), Refused},
		{api(400, "Bad Request: BUTTON_DATA_INVALID"), Refused},
		{api(413, "Request Entity Too Large"), Refused},
	} {
		if got := Judge(c.err); got != c.want {
			t.Errorf("%v: %s, want %s", c.err, got, c.want)
		}
	}
}

// TestTheOperatorIsToldWhatConcernsTheBot and not what was to be sent.
func TestTheOperatorIsToldWhatConcernsTheBot(t *testing.T) {
	seen := map[string]bool{}
	for _, err := range []error{
		errors.New("EOF"), &PlaceError{"/x"}, &APIError{Code: 400, Description: "Logged out"}, &APIError{Code: 400, Description: "FROZEN_METHOD_INVALID"},
		&APIError{Code: 421}, &APIError{Code: 401}, &APIError{Code: 409}, &APIError{Code: 429},
	} {
		advice := Advice(err)
		if seen[advice] {
			t.Errorf("%v: advice for something else: %s", err, advice)
		}
		seen[advice] = true
	}
}
