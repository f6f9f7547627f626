package bot

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// placeholder stands for the token everywhere but on the wire.
const placeholder = "TOKEN"

// transport puts the token into the path of a request on its way out, and turns what is no answer of the Bot API into
// an error: telebot takes the error page of a proxy for success.
type transport struct {
	token string
	next  http.RoundTripper
}

// hide takes the token out of a text that comes from outside.
func (t *transport) hide(s string) string {
	if t.token == "" {
		return s
	}
	return strings.ReplaceAll(s, t.token, placeholder)
}

// UpstreamError is an answer that does not come from the Bot API, or says that it cannot answer now.
type UpstreamError struct{ Status int }

func (e *UpstreamError) Error() string {
	return fmt.Sprintf("no answer of the Bot API: HTTP %d", e.Status)
}

// RoundTrip sends a request. Errors are made from the request with the placeholder.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	real := req.Clone(req.Context())
	real.URL.Path = strings.Replace(req.URL.Path, "/bot"+placeholder+"/", "/bot"+t.token+"/", 1) // of /file/bot… too
	real.URL.RawPath = ""
	resp, err := t.next.RoundTrip(real)
	if err != nil {
		if safe := t.hide(err.Error()); safe != err.Error() {
			return nil, errors.New(safe)
		}
		return nil, err
	}
	resp.Request = req
	file := strings.HasPrefix(req.URL.Path, "/file/")
	if resp.StatusCode >= 500 || !file && !strings.HasPrefix(resp.Header.Get("Content-Type"), "application/json") {
		_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 64<<10)) // so that the connection can be used again
		resp.Body.Close()
		return nil, &UpstreamError{Status: resp.StatusCode}
	}
	return resp, nil
}
