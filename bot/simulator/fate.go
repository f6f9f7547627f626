package simulator

import (
	"context"
	"net/http"
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

func (s *Server) refuseForAWhile(w http.ResponseWriter, q *request, f fate) {
	err := tooMany(f.RetryAfter)
	s.finish(q, err)
	s.mu.Lock()
	s.askToPause(f.RetryAfter, f.covers)
	s.mu.Unlock()
	writeError(w, err)
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
