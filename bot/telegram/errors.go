package telegram

import (
	"errors"
	"fmt"
	"time"
)

// APIError is a refusal of the Bot API.
type APIError struct {
	Method      string
	Code        int
	Description string
	RetryAfter  time.Duration // of a 429; 0 when it does not say
}

// Error names the method, what the server says, and its code.
func (e *APIError) Error() string {
	return fmt.Sprintf("%s: %s (%d)", e.Method, e.Description, e.Code)
}

// UpstreamError is an answer that does not come from the Bot API, such as the page of a proxy in front of it.
type UpstreamError struct {
	Status     int
	RetryAfter time.Duration // of a 429; 0 when it does not say
}

// Error has the HTTP status; the page itself is nothing for a log.
func (e *UpstreamError) Error() string {
	return fmt.Sprintf("no answer of the Bot API: HTTP %d", e.Status)
}

// LineError is a request that has brought no answer. Whether it took effect is not known.
type LineError struct {
	Method string
	Err    error
}

// Error names the method and what broke.
func (e *LineError) Error() string { return e.Method + ": " + e.Err.Error() }

// Unwrap gives what broke: of the network, or of the context.
func (e *LineError) Unwrap() error { return e.Err }

// WriteError is an upload whose file could not be written: the call was broken off.
type WriteError struct{ Err error }

// Error says what the writing of the file ended with.
func (e *WriteError) Error() string { return "write the file: " + e.Err.Error() }

// Unwrap gives what the writing of the file ended with.
func (e *WriteError) Unwrap() error { return e.Err }

// PlaceError says that the server keeps a file where this program cannot fetch it: it is for the operator.
type PlaceError struct{ Path string }

// Error names the folder, for the log.
func (e *PlaceError) Error() string {
	return "the Bot API server keeps the file in a folder of its own that cannot be read here: " + e.Path
}

// Outside tells whether an error is one of a call at all, and not of this program.
func Outside(err error) bool {
	var refusal *APIError
	var upstream *UpstreamError
	var line *LineError
	var place *PlaceError
	return errors.As(err, &refusal) || errors.As(err, &upstream) || errors.As(err, &line) || errors.As(err, &place)
}

// RetryAfter is how long a 429 asks to wait; 0 when it does not say, or when err is none.
func RetryAfter(err error) time.Duration {
	var refusal *APIError
	var upstream *UpstreamError
	switch {
	case errors.As(err, &refusal):
		return refusal.RetryAfter
	case errors.As(err, &upstream):
		return upstream.RetryAfter
	default:
		return 0
	}
}
