package simulator

import (
	"context"
	"net/http"
	"strings"
	"time"

	"siip-asn/bot/simulator/onlooker"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// arrive notes a call before anything is decided about it.
func arrive(s *world.World, q *request, name string) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	q.call = &onlooker.Call{Method: officialName(name), Params: q.Values, At: time.Now()}
	for name, f := range q.Files {
		if q.call.Files == nil {
			q.call.Files = map[string]int{}
		}
		q.call.Files[name] = len(f.Data)
	}
	s.CallLog.Add(q.call)
	observe(s, q)
	s.Wake()
}

func officialName(name string) string {
	if m, ok := methods[strings.ToLower(name)]; ok {
		return m.name
	}
	return name
}

// finish notes how a call ended; err is nil when it went well.
func finish(s *world.World, q *request, err *wire.APIError) {
	status, text := http.StatusOK, ""
	if err != nil {
		status, text = err.Code, err.Text
	}
	conclude(s, q, status, text)
}

// hangUp cuts the connection of a call and does not return.
func hangUp(s *world.World, q *request) {
	conclude(s, q, 0, "")
	cut()
}

func conclude(s *world.World, q *request, status int, text string) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	q.call.Done, q.call.Status, q.call.Description = time.Now(), status, text
	failed(&s.Watch, q, status)
	if chat := chatOf(s, q); chat != 0 && status == http.StatusForbidden {
		s.Watch.TurnedAway(chat)
	}
	s.Wake()
}

// request is one call of a method.
type request struct {
	wire.Params
	ctx    context.Context
	method string // in lower case
	call   *onlooker.Call
}

// messageID is 0 when there is none; a negative one counts as none.
func (q *request) messageID(name string) int64 {
	return q.Integer(name, 0, 0, 1<<31-1)
}
