package telegram

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"sync"
	"time"
)

// lines is a pool of keep-alive connections to a Bot API server that is reached by plain HTTP/1.1 without a proxy, such as one's
// own on the same machine. The goroutine that calls writes the request and reads the answer itself: net/http hands each request to
// two goroutines of its connection, and on one machine that costs more than all the rest of a call. What is on the wire is
// written and parsed by net/http all the same.
//
// A connection serves one request at a time and is taken last in, first out; at most most rest, each for idleMost. One that the
// server has closed meanwhile is not used again (see closed). Requests whose body is not in memory cannot be repeated on a new
// connection and go to next. The deadline of a context becomes that of the connection, so no timer is needed for it.
type lines struct {
	address string // host and port
	most    int    // kept at rest
	dialer  net.Dialer
	next    http.RoundTripper

	mu   sync.Mutex
	idle []*line // a stack: the last one was used last
}

// line is one connection.
type line struct {
	net.Conn
	limit io.LimitedReader
	in    *bufio.Reader
	out   bytes.Buffer
	left  time.Time // when it came to rest
}

const (
	idleMost  = 60 * time.Second // at rest: a firewall or NAT on the way may drop an idle connection without telling either side
	headerMax = 1 << 20          // bytes, of an answer's header
	dialTime  = 30 * time.Second
)

// newLines makes the pool; nil where it does not fit, and net/http is to be used: https, a proxy, or a system on which a closed
// connection cannot be seen.
func newLines(base *url.URL, most int, next http.RoundTripper) *lines {
	proxy, err := http.ProxyFromEnvironment(&http.Request{URL: base})
	if !canSeeClosed || base.Scheme != "http" || proxy != nil || err != nil {
		return nil
	}
	address := base.Host
	if base.Port() == "" {
		address = net.JoinHostPort(base.Hostname(), "80")
	}
	return &lines{address: address, most: most, next: next, dialer: net.Dialer{Timeout: dialTime, KeepAlive: dialTime}}
}

// RoundTrip sends a request and reads the whole answer.
func (l *lines) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.GetBody == nil {
		return l.next.RoundTrip(req)
	}
	ctx := req.Context()
	c, used, err := l.take(ctx)
	if err != nil {
		return nil, err
	}
	resp, sent, err := c.exchange(ctx, req)
	if err != nil && used && !sent && ctx.Err() == nil { // the server closed the idle connection just now: nothing was sent, so one retry on a new one is safe
		c.Close()
		if c, err = l.dial(ctx); err != nil {
			return nil, err
		}
		if req.Body, err = req.GetBody(); err == nil {
			resp, _, err = c.exchange(ctx, req)
		}
	}
	switch {
	case err != nil:
		c.Close()
		return nil, ended(ctx, err)
	case resp.Close || c.in.Buffered() > 0:
		c.Close()
	default:
		l.keep(c)
	}
	return resp, nil
}

// ended says that a request has ended with its context.
func ended(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, os.ErrDeadlineExceeded):
		return context.DeadlineExceeded
	default:
		return err
	}
}

// take gives a connection, one that was used before if there is one.
func (l *lines) take(ctx context.Context) (c *line, used bool, err error) {
	for c := l.pop(); c != nil; c = l.pop() {
		if time.Since(c.left) < idleMost && !closed(c.Conn) {
			return c, true, nil
		}
		c.Close()
	}
	c, err = l.dial(ctx)
	return c, false, err
}

func (l *lines) pop() *line {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := len(l.idle)
	if n == 0 {
		return nil
	}
	c := l.idle[n-1]
	l.idle = l.idle[:n-1]
	return c
}

func (l *lines) keep(c *line) {
	c.left = time.Now()
	l.mu.Lock()
	full := len(l.idle) >= l.most
	if !full {
		l.idle = append(l.idle, c)
	}
	l.mu.Unlock()
	if full {
		c.Close()
	}
}

func (l *lines) dial(ctx context.Context) (*line, error) {
	conn, err := l.dialer.DialContext(ctx, "tcp", l.address)
	if err != nil {
		return nil, err
	}
	c := &line{Conn: conn}
	c.limit.R = conn
	c.in = bufio.NewReader(&c.limit)
	return c, nil
}

// longAgo is a deadline in the past: set on a connection it ends a read or a write that waits, at once.
var longAgo = time.Unix(1, 0)

// exchange sends a request and reads its answer; sent tells that a part of the request may have reached the server. After an
// error the connection is of no use.
func (c *line) exchange(ctx context.Context, req *http.Request) (resp *http.Response, sent bool, err error) {
	until, _ := ctx.Deadline() // the zero time without one, which sets none
	if err := c.SetDeadline(until); err != nil {
		return nil, false, err
	}
	if ctx.Done() != nil {
		stop := context.AfterFunc(ctx, func() { _ = c.SetDeadline(longAgo) })
		defer func() {
			if !stop() && err == nil {
				resp.Close = true // the context has ended: longAgo is or will be its deadline, so it must not be used again
			}
		}()
	}
	c.out.Reset()
	if err := req.Write(&c.out); err != nil {
		return nil, false, err
	}
	if n, err := c.Write(c.out.Bytes()); err != nil {
		return nil, n > 0, err
	}
	resp, err = c.answer(req)
	return resp, true, err
}

// answer reads an answer with its body.
func (c *line) answer(req *http.Request) (*http.Response, error) {
	c.limit.N = answerMax + headerMax
	resp, err := http.ReadResponse(c.in, req)
	for err == nil && resp.StatusCode/100 == 1 && resp.StatusCode != http.StatusSwitchingProtocols {
		resp, err = http.ReadResponse(c.in, req) // 1xx: an interim response, the answer follows
	}
	if err != nil {
		return nil, unexpected(err)
	}
	body, err := read(resp, answerMax)
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, unexpected(err)
}

// unexpected turns io.EOF into io.ErrUnexpectedEOF: the connection has ended inside an answer, and io.EOF would look like its end.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
