package simulator

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"siip-asn/bot/simulator/people"
	"siip-asn/bot/simulator/world"
)

// listener reads the stream of events as a browser does.
type listener struct {
	t      *testing.T
	lines  *bufio.Scanner
	cancel context.CancelFunc
	last   string
}

func (p *page) listen(since, lastID string) *listener {
	p.t.Helper()
	ctx, cancel := context.WithCancel(soon(p.t))
	r, _ := http.NewRequestWithContext(ctx, "GET", p.url+"/sim/events?since="+since, nil)
	r.Header.Set("Last-Event-ID", lastID)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() {
		cancel()
		resp.Body.Close()
	})
	l := &listener{t: p.t, lines: bufio.NewScanner(resp.Body), cancel: cancel}
	l.lines.Buffer(nil, 1<<20)
	l.lines.Scan() // the greeting: from here on nothing is missed
	return l
}

// next is the next event.
func (l *listener) next() people.EventView {
	l.t.Helper()
	for l.lines.Scan() {
		if id, ok := strings.CutPrefix(l.lines.Text(), "id: "); ok {
			l.last = id
		}
		if raw, ok := strings.CutPrefix(l.lines.Text(), "data: "); ok {
			var e people.EventView
			if err := json.Unmarshal([]byte(raw), &e); err != nil || e.ID != l.last {
				l.t.Fatal(err, raw)
			}
			return e
		}
	}
	l.t.Fatal("the stream ended: ", l.lines.Err())
	return people.EventView{}
}

// kinds are the next n kinds.
func (l *listener) kinds(n int) string {
	l.t.Helper()
	var out []string
	for range n {
		out = append(out, string(l.next().What))
	}
	return strings.Join(out, " ")
}

func TestEveryChangeIsTold(t *testing.T) {
	b, p := start(t, Options{})
	l := open(t, b.sim).listen("", "")
	m := b.sendWith(p.ID(), "x", inline(row(data("Ya", "ya"))))
	if e := l.next(); e.What != world.MessageAdded || e.Chat != p.ID() || e.Message.ID != m.ID || !e.Message.Out || e.Message.Inline == nil {
		t.Errorf("%+v", e)
	}
	must[Message](b, "editMessageText", args{"chat_id": p.ID(), "message_id": m.ID, "text": "y"})
	if e := l.next(); e.What != world.MessageEdited || e.Message.Text != "y" || !e.Message.Edited {
		t.Errorf("%+v", e)
	}
	id := p.TapData(m.ID, "ya")
	must[bool](b, "answerCallbackQuery", args{"callback_query_id": id, "text": "baik"})
	if e := l.next(); e.What != world.TapAnswered || e.Toast.Text != "baik" || e.Toast.QueryID != id || e.Toast.Person != p.ID() {
		t.Errorf("%+v", e)
	}
	must[bool](b, "deleteMessage", args{"chat_id": p.ID(), "message_id": m.ID})
	if e := l.next(); e.What != world.MessageDeleted || e.MessageID != m.ID {
		t.Errorf("%+v", e)
	}
	must[bool](b, "sendChatAction", args{"chat_id": p.ID(), "action": "typing"})
	must[bool](b, "setMyCommands", args{"commands": "[]"})
	b.sendWith(p.ID(), "kunci", `{"keyboard":[["a"]]}`)
	b.sim.CutNetwork()
	b.sim.RestoreNetwork()
	p.Block()
	b.sim.Person(budi)
	if got := l.kinds(8); got != "action commands message keyboard network_down network_up people people" {
		t.Error(got)
	}
}

func TestReconnectMissesNothing(t *testing.T) {
	b, p := start(t, Options{})
	page := open(t, b.sim)
	var state people.StateView
	page.get("/sim/state", &state)
	b.send(p.ID(), "satu")
	l := page.listen(state.LastEvent, "")
	if e := l.next(); e.Message.Text != "satu" {
		t.Errorf("%+v", e)
	}
	l.cancel()
	b.send(p.ID(), "dua")
	b.send(p.ID(), "tiga")
	again := page.listen(state.LastEvent, l.last) // what the browser remembers goes before what the page was opened with
	for _, want := range []string{"dua", "tiga"} {
		if e := again.next(); e.Message.Text != want {
			t.Errorf("%+v", e)
		}
	}
}

func TestPageStartsOverWhenTooMuchWasMissed(t *testing.T) {
	b, p := start(t, Options{})
	page := open(t, b.sim)
	first := b.sim.News.ID(0)
	for range world.MaxEvents + 1 {
		p.Send("x")
	}
	for _, since := range []string{first, fmt.Sprintf("elsewhere-%d", b.sim.News.Last), b.sim.News.ID(1 << 40), "nonsense"} {
		l := page.listen(since, "")
		if e := l.next(); e.What != world.StartOver {
			t.Errorf("%s: %+v", since, e)
		}
		p.Send("lagi")
		if e := l.next(); e.What != world.MessageAdded || e.Message.Text != "lagi" {
			t.Errorf("%+v", e)
		}
	}
}

func TestSilentStreamHasAHeartbeat(t *testing.T) {
	bubble(t, Options{}, func(t *testing.T, sim *Server, p *Person) {
		ctx, cancel := context.WithCancel(t.Context())
		r := httptest.NewRequestWithContext(ctx, "GET", "http://localhost/sim/events", nil)
		w := httptest.NewRecorder()
		done := make(chan bool)
		go func() {
			sim.PeopleHandler().ServeHTTP(w, r)
			close(done)
		}()
		time.Sleep(time.Minute)
		synctest.Wait()
		cancel()
		<-done
		if n := strings.Count(w.Body.String(), ": still here"); n != 4 && n != 3 {
			t.Errorf("%d beats in a minute", n)
		}
	})
}

func TestCloseEndsTheStream(t *testing.T) {
	b, _ := start(t, Options{})
	l := open(t, b.sim).listen("", "")
	b.sim.Close()
	for l.lines.Scan() {
		if strings.HasPrefix(l.lines.Text(), "data:") {
			t.Errorf("it goes on: %s", l.lines.Text())
		}
	}
}
