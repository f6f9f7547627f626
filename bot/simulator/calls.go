package simulator

import (
	"net/http"
	"slices"
	"strings"
	"time"
)

const maxCalls = 4096

// Call is one request of the bot. Status is 0 while it is under way, and stays so when the connection was cut.
type Call struct {
	Method      string            `json:"method"`
	Params      map[string]string `json:"params"`
	Files       map[string]int    `json:"files,omitempty"` // sizes in bytes
	At          time.Time         `json:"at"`
	Done        time.Time         `json:"done"`
	Status      int               `json:"status"`
	Description string            `json:"description,omitempty"` // of a refusal
}

// callLog is a ring of the newest calls.
type callLog struct {
	ring  []*Call
	total int
}

// Calls lists the newest few thousand calls, oldest first; of one method if one is named.
func (s *Server) Calls(method ...string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := []Call{}
	for _, c := range s.calls.ring {
		if len(method) == 0 || slices.ContainsFunc(method, func(m string) bool { return strings.EqualFold(m, c.Method) }) {
			out = append(out, *c)
		}
	}
	return out
}

// arrive notes a call before anything is decided about it.
func (s *Server) arrive(q *request, name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q.call = &Call{Method: officialName(name), Params: q.values, At: time.Now()}
	for name, f := range q.files {
		if q.call.Files == nil {
			q.call.Files = map[string]int{}
		}
		q.call.Files[name] = len(f.data)
	}
	s.calls.add(q.call)
	s.observe(q)
	s.wake()
}

func officialName(name string) string {
	if m, ok := methods[strings.ToLower(name)]; ok {
		return m.name
	}
	return name
}

func (l *callLog) add(c *Call) {
	l.total++
	if len(l.ring) >= maxCalls {
		l.ring = slices.Delete(l.ring, 0, maxCalls/8)
	}
	l.ring = append(l.ring, c)
}

// finish notes how a call ended; err is nil when it went well.
func (s *Server) finish(q *request, err *apiError) {
	status, text := http.StatusOK, ""
	if err != nil {
		status, text = err.Code, err.Text
	}
	s.conclude(q, status, text)
}

// hangUp cuts the connection of a call and does not return.
func (s *Server) hangUp(q *request) {
	s.conclude(q, 0, "")
	cut()
}

func (s *Server) conclude(q *request, status int, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q.call.Done, q.call.Status, q.call.Description = time.Now(), status, text
	s.watch.failed(q, status)
	if chat := s.chatOf(q); chat != 0 && status == http.StatusForbidden {
		s.watch.turnedAway(chat)
	}
	s.wake()
}
