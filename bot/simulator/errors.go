package simulator

import (
	"fmt"
	"net/http"
)

// apiError is a refusal, as the real server words it.
type apiError struct {
	Code       int
	Text       string
	RetryAfter int   // seconds, with 429
	MigrateTo  int64 // the supergroup that a group became
}

func (e *apiError) Error() string { return e.Text }

func bad(text string) *apiError {
	return &apiError{Code: http.StatusBadRequest, Text: "Bad Request: " + lowerFirst(text)}
}

func badf(format string, args ...any) *apiError { return bad(fmt.Sprintf(format, args...)) }

func forbidden(text string) *apiError {
	return &apiError{Code: http.StatusForbidden, Text: "Forbidden: " + lowerFirst(text)}
}

func unauthorized(text string) *apiError {
	return &apiError{Code: http.StatusUnauthorized, Text: text}
}

func notFound(text string) *apiError { return &apiError{Code: http.StatusNotFound, Text: text} }

func conflict(text string) *apiError {
	return &apiError{Code: http.StatusConflict, Text: "Conflict: " + text}
}

func tooLarge(detail string) *apiError {
	text := "Request Entity Too Large"
	if detail != "" {
		text += ": " + detail
	}
	return &apiError{Code: http.StatusRequestEntityTooLarge, Text: text}
}

func tooMany(seconds int) *apiError {
	text := fmt.Sprintf("Too Many Requests: retry after %d", seconds)
	return &apiError{Code: http.StatusTooManyRequests, Text: text, RetryAfter: seconds}
}

func restarting() *apiError {
	return &apiError{Code: http.StatusInternalServerError, Text: "Internal Server Error: restart"}
}

// mistake is what is wrong with a part of a request. It begins with a capital, as the real server's texts do, which stand
// inside of others.
func mistake(format string, args ...any) error { return mistakeText(fmt.Sprintf(format, args...)) }

type mistakeText string

func (m mistakeText) Error() string { return string(m) }

// lowerFirst is the server's rule of casing: texts begin in lower case after their prefix, unless they are
// constants such as BUTTON_DATA_INVALID, told by their second character.
func lowerFirst(text string) string {
	if len(text) >= 2 && (text[1] == '_' || isUpper(text[1])) {
		return text
	}
	if text != "" && isUpper(text[0]) {
		return string(text[0]+'a'-'A') + text[1:]
	}
	return text
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
