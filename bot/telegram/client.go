package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Times that bound a request.
const (
	CallTime = 20 * time.Second // of a call: its chat waits for it
	FileTime = 60 * time.Second // of a file, up or down
)

// answerMax bounds an answer, in bytes: one of getUpdates may have a hundred long messages.
const answerMax = 64 << 20

// Options are what a Client is made of.
type Options struct {
	URL         string // of the Bot API server; it may have a path
	Token       string
	Connections int // kept open between calls
	// Called is told how each call has ended, may be nil, and must not wait.
	Called func(method string, err error, took time.Duration)
}

// Client calls the methods of one bot. It may be used by many goroutines.
type Client struct {
	base   url.URL
	public bool // the server is Telegram's own
	wire   http.RoundTripper
	timed  bool // requests go through lines, which keep to deadlines without a timer
	secret secret
	called func(method string, err error, took time.Duration)
}

// PublicHost is where Telegram's own Bot API server is.
const PublicHost = "api.telegram.org"

// Public tells whether an address leads to Telegram's own Bot API server.
func Public(address *url.URL) bool {
	return strings.EqualFold(strings.TrimSuffix(address.Hostname(), "."), PublicHost)
}

// New makes a client. It calls nothing.
func New(o Options) (*Client, error) {
	base, err := url.Parse(o.URL)
	if err != nil || base.Host == "" {
		return nil, fmt.Errorf("no address of a Bot API server: %q", o.URL)
	}
	next := http.DefaultTransport.(*http.Transport).Clone()
	next.MaxIdleConns = max(next.MaxIdleConns, o.Connections)
	next.MaxIdleConnsPerHost = o.Connections
	next.DisableCompression = true // answers are short
	if o.Called == nil {
		o.Called = func(string, error, time.Duration) {}
	}
	s := secret{&o.Token}
	c := &Client{base: *base, public: Public(base), secret: s, called: o.Called}
	if l := newLines(base, o.Connections, next); l != nil {
		c.wire, c.timed = &transport{secret: s, next: l}, true
	} else {
		c.wire = &transport{secret: s, next: next}
	}
	return c, nil
}

// Through makes the client send its requests through next, for tests.
func (c *Client) Through(next http.RoundTripper) {
	c.wire, c.timed = &transport{secret: c.secret, next: next}, false
}

// address is where a method or a file is found, with the placeholder for the token.
func (c *Client) address(before, after string) *url.URL {
	u := c.base
	u.Path = strings.TrimRight(u.Path, "/") + before + "/bot" + placeholder + "/" + after
	u.RawPath = ""
	return &u
}

// Call does a method and reads its result into result; with nil it is not looked at. It takes CallTime at most. Errors are
// for Judge: *APIError, *UpstreamError, or *LineError.
//
// An answer with ok:true is a success whatever its result is: with one that does not fit, result stays as it was.
func (c *Client) Call(ctx context.Context, method string, params, result any) error {
	body, err := bodyOf(method, params)
	if err != nil {
		return err
	}
	ctx, cancel := c.within(ctx, CallTime)
	defer cancel()
	a, err := c.post(ctx, method, "application/json", body)
	if err != nil || result == nil {
		return err
	}
	_ = a.into(result)
	return nil
}

// within bounds a call.
func (c *Client) within(ctx context.Context, most time.Duration) (context.Context, context.CancelFunc) {
	if c.timed {
		return deadline{ctx, time.Now().Add(most)}, func() {}
	}
	return context.WithTimeout(ctx, most)
}

// deadline is a context with an earlier deadline than its parent's but no timer: Done is the parent's. It is for lines, which set
// the deadline on the connection; context.WithTimeout would start and stop a timer for each call.
type deadline struct {
	context.Context
	at time.Time
}

// Deadline is the earlier one of the two.
func (d deadline) Deadline() (time.Time, bool) {
	if at, any := d.Context.Deadline(); any && at.Before(d.at) {
		return at, true
	}
	return d.at, true
}

// bodyOf writes the parameters of a call. What is JSON already is taken as it is.
func bodyOf(method string, params any) ([]byte, error) {
	if written, is := params.(json.RawMessage); is {
		return written, nil
	}
	body, err := json.Marshal(params)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", method, err)
	}
	return body, nil
}

// Ask is Call for a question: a result that does not fit is an error, and ctx alone bounds it.
func (c *Client) Ask(ctx context.Context, method string, params, result any) error {
	body, err := bodyOf(method, params)
	if err != nil {
		return err
	}
	a, err := c.post(ctx, method, "application/json", body)
	if err != nil {
		return err
	}
	if len(a.result) == 0 || string(a.result) == "null" {
		return fmt.Errorf("%s: %w", method, errEmptyAnswer)
	}
	if err := a.into(result); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	return nil
}

// post sends a body that is in memory: it may be sent over a new connection when an idle one was closed by the server before
// anything of it was on its way.
func (c *Client) post(ctx context.Context, method, kind string, body []byte) (answer, error) {
	req := c.request(ctx, method, kind, io.NopCloser(bytes.NewReader(body)))
	req.ContentLength = int64(len(body))
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	return c.send(req, method)
}

func (c *Client) request(ctx context.Context, method, kind string, body io.ReadCloser) *http.Request {
	req := &http.Request{
		Method: http.MethodPost, URL: c.address("", method), Host: c.base.Host, Body: body,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{"Content-Type": {kind}},
	}
	return req.WithContext(ctx)
}

// send makes a call and unwraps its answer.
func (c *Client) send(req *http.Request, method string) (a answer, err error) {
	began := time.Now()
	defer func() { c.called(method, err, time.Since(began)) }()
	resp, err := c.wire.RoundTrip(req)
	if err != nil {
		return a, &LineError{Method: method, Err: err}
	}
	if a.body, err = read(resp, answerMax); err != nil {
		return a, &LineError{Method: method, Err: err}
	}
	a.result, err = open(method, a.body, resp)
	return a, c.secret.hideIn(err)
}

var errLongAnswer = errors.New("the answer does not end")

// read reads a body to its end, so that its connection can be used again.
func read(resp *http.Response, most int64) ([]byte, error) {
	defer resp.Body.Close()
	if n := resp.ContentLength; n >= 0 && n <= 1<<20 {
		body := make([]byte, n)
		_, err := io.ReadFull(resp.Body, body)
		return body, err
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, most+1))
	if err == nil && int64(len(body)) > most {
		err = errLongAnswer
	}
	return body, err
}
