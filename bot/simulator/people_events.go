package simulator

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// heartbeat keeps proxies and browsers from giving up a silent stream.
const heartbeat = 15 * time.Second

// eventView is a change as the page gets it.
type eventView struct {
	ID        string       `json:"id"`
	What      what         `json:"what"`
	Chat      int64        `json:"chat_id,omitempty"`
	Message   *messageView `json:"message,omitempty"`
	MessageID int64        `json:"message_id,omitempty"`
	Keyboard  *Keyboard    `json:"keyboard,omitempty"` // missing: the plain text field
	Toast     *Toast       `json:"toast,omitempty"`
	Action    string       `json:"action,omitempty"`
}

func (e event) view() eventView {
	out := eventView{
		ID: e.id, What: e.what, Chat: e.chat, MessageID: e.gone, Keyboard: e.keyboard, Toast: e.toast, Action: e.action,
	}
	if e.message != nil {
		v := view(*e.message)
		out.Message, out.MessageID = &v, v.ID
	}
	return out
}

// streamEvents tells every change of every chat as server-sent events, from the one after Last-Event-ID, or after the one named by
// since, or from now on.
func (s *Server) streamEvents(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	last := cmp.Or(r.Header.Get("Last-Event-ID"), r.FormValue("since"), s.news.id(s.news.last))
	s.mu.Unlock()
	w.Header().Set("Content-Type", "text/event-stream")
	stream := eventStream{w: w, control: http.NewResponseController(w)}
	stream.write(": hello\n\n")
	for stream.err == nil {
		events, change := s.eventsAfter(last)
		for _, e := range events {
			stream.send(e)
			last = e.id
		}
		if len(events) == 0 && !s.nextEvent(r, change, &stream) {
			return
		}
	}
}

func (s *Server) eventsAfter(id string) ([]event, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.news.since(id), s.change
}

// nextEvent waits for a change; false means that nobody listens any more.
func (s *Server) nextEvent(r *http.Request, change <-chan struct{}, stream *eventStream) bool {
	timer := time.NewTimer(heartbeat)
	defer timer.Stop()
	select {
	case <-change:
	case <-timer.C:
		stream.write(": still here\n\n")
	case <-r.Context().Done():
		return false
	case <-s.closed:
		return false
	}
	return true
}

// eventStream writes to a page, and keeps the first error: the page has gone.
type eventStream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	err     error
}

func (t *eventStream) send(e event) {
	raw, _ := json.Marshal(e.view())
	t.write(fmt.Sprintf("id: %s\ndata: %s\n\n", e.id, raw))
}

func (t *eventStream) write(text string) {
	if t.err != nil {
		return
	}
	// A page that does not read must not hold this up for ever; writers without deadlines do not need one.
	_ = t.control.SetWriteDeadline(time.Now().Add(10 * time.Second))
	if _, t.err = t.w.Write([]byte(text)); t.err == nil {
		t.err = t.control.Flush()
	}
}
