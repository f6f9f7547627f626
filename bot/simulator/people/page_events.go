package people

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// heartbeat keeps proxies and browsers from giving up a silent stream.
const heartbeat = 15 * time.Second

// EventView is a change as the page gets it.
type EventView struct {
	ID        string         `json:"id"`
	What      world.What     `json:"what"`
	Chat      int64          `json:"chat_id,omitempty"`
	Message   *messageView   `json:"message,omitempty"`
	MessageID int64          `json:"message_id,omitempty"`
	Keyboard  *wire.Keyboard `json:"keyboard,omitempty"` // missing: the plain text field
	Toast     *world.Toast   `json:"toast,omitempty"`
	Action    string         `json:"action,omitempty"`
}

func viewEvent(e world.Event) EventView {
	out := EventView{
		ID: e.ID, What: e.What, Chat: e.Chat, MessageID: e.Gone, Keyboard: e.Keyboard, Toast: e.Toast, Action: e.Action,
	}
	if e.Message != nil {
		v := view(*e.Message)
		out.Message, out.MessageID = &v, v.ID
	}
	return out
}

// streamEvents tells every change of every chat as server-sent events, from the one after Last-Event-ID, or after the one named by
// since, or from now on.
func streamEvents(s *world.World, w http.ResponseWriter, r *http.Request) {
	s.Mu.Lock()
	last := cmp.Or(r.Header.Get("Last-Event-ID"), r.FormValue("since"), s.News.ID(s.News.Last))
	s.Mu.Unlock()
	w.Header().Set("Content-Type", "text/event-stream")
	stream := eventStream{w: w, control: http.NewResponseController(w)}
	stream.write(": hello\n\n")
	for stream.err == nil {
		events, change := eventsAfter(s, last)
		for _, e := range events {
			stream.send(e)
			last = e.ID
		}
		if len(events) == 0 && !nextEvent(s, r, change, &stream) {
			return
		}
	}
}

func eventsAfter(s *world.World, id string) ([]world.Event, <-chan struct{}) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	return s.News.Since(id), s.Change
}

// nextEvent waits for a change; false means that nobody listens any more.
func nextEvent(s *world.World, r *http.Request, change <-chan struct{}, stream *eventStream) bool {
	timer := time.NewTimer(heartbeat)
	defer timer.Stop()
	select {
	case <-change:
	case <-timer.C:
		stream.write(": still here\n\n")
	case <-r.Context().Done():
		return false
	case <-s.Closed:
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

func (t *eventStream) send(e world.Event) {
	raw, _ := json.Marshal(viewEvent(e))
	t.write(fmt.Sprintf("id: %s\ndata: %s\n\n", e.ID, raw))
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
