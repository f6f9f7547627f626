package bot

import (
	"errors"
	"fmt"
	"testing"
)

func TestVerdicts(t *testing.T) {
	api := func(code int, text string) error {
		return fmt.Errorf("wrapped: %w", &APIError{Method: "sendMessage", Code: code, Description: text})
	}
	for _, c := range []struct {
		err  error
		want verdict
	}{
		{nil, done},
		{errors.New("connection refused"), again},
		{&UpstreamError{502}, again},
		{&UpstreamError{413}, hopeless},
		{api(500, "Internal Server Error: restart"), again},
		{api(401, "Unauthorized"), again},
		{api(404, "Not Found"), again},
		{api(409, "Conflict: terminated by other getUpdates request"), again},
		{api(429, "Too Many Requests: retry after 5"), wait},
		{api(403, "Forbidden: bot was blocked by the user"), gone},
		{api(400, "Bad Request: chat not found"), gone},
		{api(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"), done},
		{api(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"), done},
		{api(400, "Bad Request: message to edit not found"), replaced},
		{api(400, "Bad Request: message can't be edited"), replaced},
		{api(400, "Bad Request: there is no text in the message to edit"), replaced},
		{api(400, "Bad Request: can't parse entities: unclosed tag"), hopeless},
		{api(400, "Bad Request: BUTTON_DATA_INVALID"), hopeless},
		{api(413, "Request Entity Too Large"), hopeless},
	} {
		if got := judge(c.err); got != c.want {
			t.Errorf("%v: %d, want %d", c.err, got, c.want)
		}
	}
}
