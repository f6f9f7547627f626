package telegram

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// wireServer answers each request, as it is written on the wire, with what answer says; after an empty answer, and after one
// that ends with closing, it closes the connection.
type wireServer struct {
	net.Listener
	connections, requests atomic.Int32
}

const closing = "\x00"

func newWireServer(t *testing.T, answer func(request int) string) *wireServer {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	s := &wireServer{Listener: l}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			s.connections.Add(1)
			go s.serve(c, answer)
		}
	}()
	return s
}

func (s *wireServer) serve(c net.Conn, answer func(int) string) {
	defer c.Close()
	in := bufio.NewReader(c)
	for {
		req, err := http.ReadRequest(in)
		if err != nil {
			return
		}
		_, _ = io.Copy(io.Discard, req.Body)
		text := answer(int(s.requests.Add(1)))
		_, _ = io.WriteString(c, strings.TrimSuffix(text, closing))
		if text == "" || strings.HasSuffix(text, closing) {
			return
		}
	}
}

func (s *wireServer) client(t *testing.T) *Client {
	t.Helper()
	return clientOf(t, "http://"+s.Addr().String())
}

const done = `{"ok":true,"result":{"message_id":5}}`

func plain(head string) string {
	return fmt.Sprintf("HTTP/1.1 200 OK\r\n%sContent-Length: %d\r\n\r\n%s", head, len(done), done)
}

// sends makes so many calls, and gives the message of the last one.
func sends(t *testing.T, c *Client, calls int) (message int) {
	t.Helper()
	for range calls {
		var sent Sent
		if err := c.Call(context.Background(), "sendMessage", struct{}{}, &sent); err != nil {
			t.Error(err)
		}
		message = sent.ID
		time.Sleep(20 * time.Millisecond) // so that a server that closes has closed
	}
	return message
}

// TestAConnectionIsKeptAsLongAsItIsGood: every way to end an answer is read, and no request is sent into a closed connection.
func TestAConnectionIsKeptAsLongAsItIsGood(t *testing.T) {
	for name, c := range map[string]struct {
		answer      string
		connections int32
	}{
		"with its length":          {plain(""), 1},
		"in chunks":                {fmt.Sprintf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", len(done), done), 1},
		"after a hint":             {"HTTP/1.1 103 Early Hints\r\n\r\n" + plain(""), 1},
		"closed with a word":       {plain("Connection: close\r\n") + closing, 3},
		"closed without a word":    {plain("") + closing, 3},
		"ended by the closing":     {"HTTP/1.1 200 OK\r\n\r\n" + done + closing, 3},
		"of an old server":         {strings.Replace(plain(""), "/1.1", "/1.0", 1), 3},
		"with something behind it": {plain("") + "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n", 3},
	} {
		s := newWireServer(t, func(int) string { return c.answer })
		if message := sends(t, s.client(t), 3); message != 5 || s.connections.Load() != c.connections || s.requests.Load() != 3 {
			t.Errorf("%s: message %d, %d connections, %d requests", name, message, s.connections.Load(), s.requests.Load())
		}
	}
}

// TestARequestThatMayHaveReachedTheServerIsNotSentByItselfAgain: whether it is tried again is for the sender.
func TestARequestThatMayHaveReachedTheServerIsNotSentByItselfAgain(t *testing.T) {
	for name, broken := range map[string]string{
		"no answer": "", "half a header": "HTTP/1.1 200 OK\r\nContent-" + closing, "half an answer": strings.TrimSuffix(plain(""), "5}}") + closing,
		"no HTTP": "220 mail.contoh ESMTP\r\n" + closing,
	} {
		s := newWireServer(t, func(request int) string {
			if request == 2 {
				return broken
			}
			return plain("")
		})
		c := s.client(t)
		sends(t, c, 1)
		var line *LineError
		if err := c.Call(context.Background(), "sendMessage", struct{}{}, nil); !errors.As(err, &line) || s.requests.Load() != 2 {
			t.Errorf("%s: %v after %d requests", name, err, s.requests.Load())
		}
		if sends(t, c, 1) != 5 {
			t.Errorf("%s: the next call has a broken connection", name)
		}
	}
}

// TestAPollEndsWithItsContext, and the connection that was waited for is not used again.
func TestAPollEndsWithItsContext(t *testing.T) {
	hang := make(chan struct{})
	s := newWireServer(t, func(request int) string {
		if request == 1 {
			<-hang
		}
		return plain("")
	})
	defer close(hang)
	c := s.client(t)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	began := time.Now()
	err := c.Ask(ctx, "getUpdates", struct{}{}, &struct{}{})
	if !errors.Is(err, context.Canceled) || time.Since(began) > 5*time.Second {
		t.Errorf("%v after %s", err, time.Since(began))
	}
	if sends(t, c, 1) != 5 || s.connections.Load() != 2 {
		t.Errorf("%d connections", s.connections.Load())
	}
}

// TestACallThatIsNotAnsweredEnds at its deadline, whoever has set it.
func TestACallThatIsNotAnsweredEnds(t *testing.T) {
	hang := make(chan struct{})
	s := newWireServer(t, func(int) string { <-hang; return "" })
	defer close(hang)
	c := s.client(t)
	bounded, cancel := c.within(context.Background(), 50*time.Millisecond)
	defer cancel()
	began := time.Now()
	if _, err := c.post(bounded, "sendMessage", "application/json", []byte("{}")); err == nil || time.Since(began) > 5*time.Second {
		t.Errorf("%v after %s", err, time.Since(began))
	}
	outer, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if err := c.Call(outer, "sendMessage", struct{}{}, nil); !errors.Is(err, context.DeadlineExceeded) || time.Since(began) > 5*time.Second {
		t.Errorf("%v after %s", err, time.Since(began))
	}
}
