package telegram

import (
	"errors"
	"net/http"
	"strings"
)

// placeholder stands for the token everywhere but on the wire.
const placeholder = "TOKEN"

// secret is the token, behind a pointer: a value that is printed with all that it holds does not show it.
type secret struct{ token *string }

// hide takes the token out of a text that comes from outside.
func (s secret) hide(text string) string {
	if *s.token == "" {
		return text
	}
	return strings.ReplaceAll(text, *s.token, placeholder)
}

// hideIn takes the token out of a refusal: some servers repeat the address of the call in what they say.
func (s secret) hideIn(err error) error {
	var refusal *APIError
	if errors.As(err, &refusal) {
		refusal.Description = s.hide(refusal.Description)
	}
	return err
}

// transport puts the token into the path of a request on its way out.
type transport struct {
	secret secret
	next   http.RoundTripper
}

// RoundTrip sends a request. Its errors, and the request of its response, have the placeholder.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	real, address := *req, *req.URL
	address.Path = strings.Replace(address.Path, "/bot"+placeholder+"/", "/bot"+*t.secret.token+"/", 1)
	real.URL = &address
	resp, err := t.next.RoundTrip(&real)
	if err != nil {
		if safe := t.secret.hide(err.Error()); safe != err.Error() {
			return nil, errors.New(safe)
		}
		return nil, err
	}
	resp.Request = req
	return resp, nil
}
