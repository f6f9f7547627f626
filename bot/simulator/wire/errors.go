package wire

import (
	"fmt"
	"net/http"
)

// APIError is a refusal, as the real server words it.
type APIError struct {
	Code       int
	Text       string
	RetryAfter int   // seconds, with 429
	MigrateTo  int64 // the supergroup that a group became
}

func (e *APIError) Error() string { return e.Text }

func Bad(text string) *APIError {
	return &APIError{Code: http.StatusBadRequest, Text: "Bad Request: " + LowerFirst(text)}
}

func Badf(format string, args ...any) *APIError { return Bad(fmt.Sprintf(format, args...)) }

func Forbidden(text string) *APIError {
	return &APIError{Code: http.StatusForbidden, Text: "Forbidden: " + LowerFirst(text)}
}

func Unauthorized(text string) *APIError {
	return &APIError{Code: http.StatusUnauthorized, Text: text}
}

func NotFound(text string) *APIError { return &APIError{Code: http.StatusNotFound, Text: text} }

func Conflict(text string) *APIError {
	return &APIError{Code: http.StatusConflict, Text: "Conflict: " + text}
}

func TooLarge(detail string) *APIError {
	text := "Request Entity Too Large"
	if detail != "" {
		text += ": " + detail
	}
	return &APIError{Code: http.StatusRequestEntityTooLarge, Text: text}
}

func TooMany(seconds int) *APIError {
	text := fmt.Sprintf("Too Many Requests: retry after %d", seconds)
	return &APIError{Code: http.StatusTooManyRequests, Text: text, RetryAfter: seconds}
}

func Restarting() *APIError {
	return &APIError{Code: http.StatusInternalServerError, Text: "Internal Server Error: restart"}
}

// Mistake is what is wrong with a part of a request. It begins with a capital, as the real server's texts do, which stand
// inside of others.
func Mistake(format string, args ...any) error { return mistakeText(fmt.Sprintf(format, args...)) }

type mistakeText string

func (m mistakeText) Error() string { return string(m) }

// LowerFirst is the server's rule of casing: texts begin in lower case after their prefix, unless they are
// constants such as BUTTON_DATA_INVALID, told by their second character.
func LowerFirst(text string) string {
	if len(text) >= 2 && (text[1] == '_' || isUpper(text[1])) {
		return text
	}
	if text != "" && isUpper(text[0]) {
		return string(text[0]+'a'-'A') + text[1:]
	}
	return text
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
