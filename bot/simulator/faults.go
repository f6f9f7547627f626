package simulator

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"siip-asn/bot/simulator/onlooker"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// fate is the injected fault that a call runs into; the zero value is none.
type fate struct{ *onlooker.Fault }

const gatewayPage = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n" +
	"<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"

// before does what happens instead of the call, and tells whether it did. It is called without the lock.
func (f fate) before(s *world.World, w http.ResponseWriter, q *request) bool {
	if f.Fault == nil {
		return false
	}
	switch f.Kind {
	case onlooker.TooManyRequests:
		refuseForAWhile(s, w, q, f)
	case onlooker.ServerError:
		err := &wire.APIError{Code: http.StatusInternalServerError, Text: "Internal Server Error"}
		finish(s, q, err)
		wire.WriteError(w, err)
	case onlooker.BadGateway:
		conclude(s, q, http.StatusBadGateway, "")
		writeGatewayPage(w)
	case onlooker.Hang:
		linger(s, q.ctx, f.Delay)
		hangUp(s, q)
	case onlooker.CutBefore:
		hangUp(s, q)
	case onlooker.Slow:
		linger(s, q.ctx, f.Delay)
		return false
	default: // CutAfter is for after the call, see after
		return false
	}
	return true
}

// after loses the answer of a call that took effect.
func (f fate) after(s *world.World, q *request) {
	if f.Fault != nil && f.Kind == onlooker.CutAfter {
		s.Mu.Lock()
		forgive(s, q)
		s.Mu.Unlock()
		hangUp(s, q)
	}
}

// refuseForAWhile says 429, after a while when there is a Delay. It is meant for the chat of the call, or for the method of one
// that names no chat.
func refuseForAWhile(s *world.World, w http.ResponseWriter, q *request, f fate) {
	if f.Delay > 0 {
		linger(s, q.ctx, f.Delay)
	}
	err := wire.TooMany(f.RetryAfter)
	finish(s, q, err)
	s.Mu.Lock()
	askToPause(s, f.RetryAfter, alike(q.method, chatOf(s, q)))
	s.Mu.Unlock()
	wire.WriteError(w, err)
}

// alike gives the calls that the 429 of a call means: for one that sends, all that send into its chat; else those of its method.
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
func linger(s *world.World, ctx context.Context, d time.Duration) {
	if d > 0 {
		rest(s, ctx, d)
		return
	}
	select {
	case <-ctx.Done():
	case <-s.Closed:
	}
}

// fateOf finds the first fault that covers a call, and counts down its Times. Faults whose time is over are removed.
func fateOf(s *world.World, q *request) fate {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	now := time.Now()
	s.Faults = slices.DeleteFunc(s.Faults, func(a *onlooker.ActiveFault) bool { return !a.Until.IsZero() && now.After(a.Until) })
	chat := chatOf(s, q)
	for i, a := range s.Faults {
		if !a.Covers(q.method, chat) {
			continue
		}
		if a.Times > 0 {
			if a.Left--; a.Left == 0 {
				s.Faults = slices.Delete(s.Faults, i, i+1)
			}
		}
		return fate{&a.Fault}
	}
	return fate{}
}

// chatOf is the chat that a call is about: the one it names, or that of the tap it answers; 0 when there is none.
func chatOf(s *world.World, q *request) int64 {
	if t := s.State.Taps[q.Text("callback_query_id")]; t != nil {
		return t.Chat
	}
	return wire.LeadingInteger(q.Text("chat_id"))
}

// refuseLine cuts a connection. A poll that meets with it has failed as any other.
func refuseLine(s *world.World, path string) {
	if strings.HasSuffix(strings.ToLower(path), "/getupdates") {
		s.Mu.Lock()
		s.Watch.PollFailed()
		s.Mu.Unlock()
	}
	cut()
}

func networkIsDown(s *world.World) bool {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	return s.Down
}
