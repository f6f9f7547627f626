package simulator

import (
	"context"
	"net/http"
	"strings"
	"time"
)

// fate is what happens to a call; the zero value is nothing.
type fate struct{ *Fault }

const gatewayPage = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n" +
	"<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"

// before does what happens instead of the call, and tells whether it did. It is called without the lock.
func (f fate) before(s *Server, w http.ResponseWriter, q *request) bool {
	if f.Fault == nil {
		return false
	}
	switch f.Kind {
	case TooManyRequests:
		s.refuseForAWhile(w, q, f)
	case ServerError:
		err := &apiError{Code: http.StatusInternalServerError, Text: "Internal Server Error"}
		s.finish(q, err)
		writeError(w, err)
	case BadGateway:
		s.conclude(q, http.StatusBadGateway, "")
		writeGatewayPage(w)
	case Hang:
		s.linger(q.ctx, f.Delay)
		s.hangUp(q)
	case CutBefore:
		s.hangUp(q)
	case Slow:
		s.linger(q.ctx, f.Delay)
		return false
	default: // CutAfter has its turn later
		return false
	}
	return true
}

// after loses the answer of a call that took effect.
func (f fate) after(s *Server, q *request) {
	if f.Fault != nil && f.Kind == CutAfter {
		s.mu.Lock()
		s.forgive(q)
		s.mu.Unlock()
		s.hangUp(q)
	}
}

// refuseForAWhile says 429, after a while when there is a Delay. It is meant for the chat of the call, or for the method of one
// that names no chat.
func (s *Server) refuseForAWhile(w http.ResponseWriter, q *request, f fate) {
	if f.Delay > 0 {
		s.linger(q.ctx, f.Delay)
	}
	err := tooMany(f.RetryAfter)
	s.finish(q, err)
	s.mu.Lock()
	s.askToPause(f.RetryAfter, alike(q.method, s.chatOf(q)))
	s.mu.Unlock()
	writeError(w, err)
}

// alike tells which calls a 429 means: those that send into the same chat as one that did, else those of the same method.
func alike(method string, chat int64) func(string, int64) bool {
	return func(name string, other int64) bool {
		if chat != 0 && methods[method].sends {
			return other == chat && methods[strings.ToLower(name)].sends
		}
		return other == chat && strings.EqualFold(name, method)
	}
}

func writeGatewayPage(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(http.StatusBadGateway)
	_, _ = w.Write([]byte(gatewayPage))
}

// linger waits for d, or as long as the client does when d is 0.
func (s *Server) linger(ctx context.Context, d time.Duration) {
	if d > 0 {
		s.rest(ctx, d)
		return
	}
	select {
	case <-ctx.Done():
	case <-s.closed:
	}
}
