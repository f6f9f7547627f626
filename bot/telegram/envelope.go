package telegram

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"
)

// envelope is how the Bot API wraps every answer.
type envelope struct {
	OK          *bool           `json:"ok"`
	Result      json.RawMessage `json:"result"`
	Code        int             `json:"error_code"`
	Description string          `json:"description"`
	Parameters  struct {
		RetryAfter json.Number `json:"retry_after"`
	} `json:"parameters"`
}

var errEmptyAnswer = errors.New("empty answer of the Bot API")

// usual is how the server begins a success, byte for byte; an answer that begins otherwise, which a proxy may have written anew, is
// decoded as JSON.
var usual = []byte(`{"ok":true,"result":`)

// answer is an answer that is a success.
type answer struct {
	result json.RawMessage // or more than that, see open
	body   []byte
}

// Sent is as much of a message that was sent as is kept of it.
type Sent struct {
	ID int `json:"message_id"`
}

// first is how the server begins a message.
var first = []byte(`{"message_id":`)

// read is a fast path: it reads the id of a message that begins with it, as the server writes it, and does not decode the rest, which
// only repeats what was sent. False when it begins otherwise.
func (s *Sent) read(message json.RawMessage) bool {
	rest, is := bytes.CutPrefix(message, first)
	end := bytes.IndexByte(rest, ',')
	if !is || end < 0 {
		return false
	}
	id, err := strconv.ParseInt(string(rest[:end]), 10, 32)
	if err == nil {
		s.ID = int(id)
	}
	return err == nil
}

// into reads the result.
func (a answer) into(result any) error {
	if sent, is := result.(*Sent); is && sent.read(a.result) {
		return nil
	}
	err := json.Unmarshal(a.result, result)
	var e envelope
	if err != nil && json.Unmarshal(a.body, &e) == nil {
		err = json.Unmarshal(e.Result, result)
	}
	return err
}

// open unwraps an answer: its result, an *APIError, or an *UpstreamError for what is no answer of the Bot API, such as the
// page of a proxy, whatever its status is.
func open(method string, body []byte, resp *http.Response) (json.RawMessage, error) {
	if end := len(body) - 1; resp.StatusCode == http.StatusOK && bytes.HasPrefix(body, usual) && body[end] == '}' {
		return body[len(usual):end], nil // the fast path of almost every answer: the result is not decoded, and may have more fields behind it (Sent.read)
	}
	var e envelope
	if _ = json.Unmarshal(body, &e); e.OK == nil { // of what is JSON, what does not fit is left out
		return nil, &UpstreamError{Status: resp.StatusCode, RetryAfter: retryAfter(resp)}
	}
	if *e.OK {
		return e.Result, nil
	}
	if e.Code == 0 {
		e.Code = resp.StatusCode
	}
	wait := seconds(string(e.Parameters.RetryAfter))
	return nil, &APIError{Method: method, Code: e.Code, Description: e.Description, RetryAfter: max(wait, retryAfter(resp))}
}

// retryAfter reads the header of a 429: seconds, or a date by the clock of the server; 0 when it has none.
func retryAfter(resp *http.Response) time.Duration {
	text := resp.Header.Get("Retry-After")
	until, err := http.ParseTime(text)
	if err != nil {
		return seconds(text)
	}
	now, err := http.ParseTime(resp.Header.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return max(0, until.Sub(now))
}

// secondsMost is the longest time that is read; whoever keeps it believes less.
const secondsMost = 1 << 30

// seconds reads a time that is written in seconds; 0 when it is none.
func seconds(text string) time.Duration {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || !(n > 0) {
		return 0
	}
	return time.Duration(min(n, secondsMost) * float64(time.Second))
}
