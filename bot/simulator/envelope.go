package simulator

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
	Parameters  *parameters `json:"parameters,omitempty"`
}

type parameters struct {
	MigrateTo  int64 `json:"migrate_to_chat_id,omitempty"`
	RetryAfter int   `json:"retry_after,omitempty"`
}

// described is a result with a remark, as the webhook methods give it.
type described struct {
	result any
	text   string
}

func success(result any) envelope {
	if d, ok := result.(described); ok {
		return envelope{OK: true, Result: d.result, Description: d.text}
	}
	return envelope{OK: true, Result: result}
}

func failure(e *apiError) envelope {
	out := envelope{ErrorCode: e.Code, Description: e.Text}
	if e.RetryAfter != 0 || e.MigrateTo != 0 {
		out.Parameters = &parameters{MigrateTo: e.MigrateTo, RetryAfter: e.RetryAfter}
	}
	return out
}

func writeResult(w http.ResponseWriter, result any) {
	writeJSON(w, http.StatusOK, success(result))
}

func writeError(w http.ResponseWriter, e *apiError) {
	if e.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(e.RetryAfter))
	}
	writeJSON(w, e.Code, failure(e))
}

func writeJSON(w http.ResponseWriter, code int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	// The client may have gone; there is nobody left to tell.
	_ = json.NewEncoder(w).Encode(body)
}
