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

// Error is the description, as the bot reads it.
func (e *APIError) Error() string { return e.Text }

// Bad is a 400; what the real server writes before the text is added here.
func Bad(text string) *APIError {
	return &APIError{Code: http.StatusBadRequest, Text: "Bad Request: " + LowerFirst(text)}
}

// Badf is Bad with a format.
func Badf(format string, args ...any) *APIError { return Bad(fmt.Sprintf(format, args...)) }

// Forbidden is a 403.
func Forbidden(text string) *APIError {
	return &APIError{Code: http.StatusForbidden, Text: "Forbidden: " + LowerFirst(text)}
}

// Unauthorized is a 401.
func Unauthorized(text string) *APIError {
	return &APIError{Code: http.StatusUnauthorized, Text: text}
}

// NotFound is a 404.
func NotFound(text string) *APIError { return &APIError{Code: http.StatusNotFound, Text: text} }

// Conflict is a 409.
func Conflict(text string) *APIError {
	return &APIError{Code: http.StatusConflict, Text: "Conflict: " + text}
}

// TooLarge is a 413.
func TooLarge(detail string) *APIError {
	text := "Request Entity Too Large"
	if detail != "" {
		text += ": " + detail
	}
	return &APIError{Code: http.StatusRequestEntityTooLarge, Text: text}
}

// TooMany is a 429 that asks for so many seconds.
func TooMany(seconds int) *APIError {
	text := fmt.Sprintf("Too Many Requests: retry after %d", seconds)
	return &APIError{Code: http.StatusTooManyRequests, Text: text, RetryAfter: seconds}
}

// Restarting is what a server says that goes down.
func Restarting() *APIError {
	return &APIError{Code: http.StatusInternalServerError, Text: "Internal Server Error: restart"}
}

// Mistake is what is wrong with a part of a request. It begins with a capital, as the real server's texts do, which stand
// inside of others.
func Mistake(format string, args ...any) error { return mistakeText(fmt.Sprintf(format, args...)) }

type mistakeText string

// Error is the text itself.
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
