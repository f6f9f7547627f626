package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// APIError is a refusal of the Bot API.
type APIError struct {
	Method      string
	Code        int
	Description string
	RetryAfter  time.Duration // of a 429
}

func (e *APIError) Error() string {
	return fmt.Sprintf("%s: %s (%d)", e.Method, e.Description, e.Code)
}

// envelope is how the Bot API wraps every answer.
type envelope struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	Code        int             `json:"error_code"`
	Description string          `json:"description"`
	Parameters  struct {
		RetryAfter float64 `json:"retry_after"`
	} `json:"parameters"`
}

var errEmptyAnswer = errors.New("empty answer of the Bot API")

// open unwraps an answer, without the token: some servers repeat the address of the call in what they say.
func (b *Bot) open(method string, body []byte) (json.RawMessage, error) {
	result, err := open(method, body)
	var refusal *APIError
	if errors.As(err, &refusal) {
		refusal.Description = b.wire.hide(refusal.Description)
	}
	return result, err
}

// open unwraps an answer: its result, or an *APIError.
func open(method string, body []byte) (json.RawMessage, error) {
	var e envelope
	if err := json.Unmarshal(body, &e); err != nil {
		return nil, fmt.Errorf("%s: %w", method, err)
	}
	switch {
	case e.OK && (len(e.Result) == 0 || string(e.Result) == "null"):
		return nil, fmt.Errorf("%s: %w", method, errEmptyAnswer)
	case e.OK:
		return e.Result, nil
	}
	wait := time.Duration(e.Parameters.RetryAfter * float64(time.Second))
	return nil, &APIError{Method: method, Code: e.Code, Description: e.Description, RetryAfter: wait}
}

// call does a method of the Bot API through telebot. Its own reading of errors is not used: it knows the texts of 2024,
// and breaks on parameters of another type than it expects.
func (b *Bot) call(method string, params any) (result json.RawMessage, err error) {
	began := time.Now()
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: telebot: %v", method, p)
		}
		b.called(method, err, began)
	}()
	body, err := b.tele.Raw(method, params)
	if len(body) > 0 {
		return b.open(method, body)
	}
	return nil, fmt.Errorf("%s: %w", method, err)
}

// called looks at how a call has ended. Every call comes by here, so that a pause is kept from the moment it is asked for.
func (b *Bot) called(method string, err error, began time.Time) {
	b.pace.heed(err)
	b.Watch.Called(method, judge(err).String(), time.Since(began))
}
