package wire

import (
	"encoding/json"
	"net/http"
	"strconv"
)

// envelope is the shape of every answer.
type envelope struct {
	OK          bool        `json:"ok"`
	Result      any         `json:"result,omitempty"`
	ErrorCode   int         `json:"error_code,omitempty"`
	Description string      `json:"description,omitempty"`
	Parameters  *Parameters `json:"parameters,omitempty"`
}

// Parameters are what a refusal says for machines: where a group has gone, how many seconds to wait.
type Parameters struct {
	MigrateTo  int64 `json:"migrate_to_chat_id,omitempty"`
	RetryAfter int   `json:"retry_after,omitempty"`
}

// Described is a result with a remark, as the webhook methods give it.
type Described struct {
	Result any
	Text   string
}

func success(result any) envelope {
	if d, ok := result.(Described); ok {
		return envelope{OK: true, Result: d.Result, Description: d.Text}
	}
	return envelope{OK: true, Result: result}
}

func failure(e *APIError) envelope {
	out := envelope{ErrorCode: e.Code, Description: e.Text}
	if e.RetryAfter != 0 || e.MigrateTo != 0 {
		out.Parameters = &Parameters{MigrateTo: e.MigrateTo, RetryAfter: e.RetryAfter}
	}
	return out
}

// WriteResult answers a call that went well.
func WriteResult(w http.ResponseWriter, result any) {
	WriteJSON(w, http.StatusOK, success(result))
}

// WriteError answers a call that is refused.
func WriteError(w http.ResponseWriter, e *APIError) {
	if e.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(e.RetryAfter))
	}
	WriteJSON(w, e.Code, failure(e))
}

// WriteJSON answers with a status and a body.
func WriteJSON(w http.ResponseWriter, code int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	// The client may have gone; there is nobody left to tell.
	_ = json.NewEncoder(w).Encode(body)
}
