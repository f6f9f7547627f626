package bot

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
)

// call is a call that a server has seen.
type call struct {
	Method string
	Chat   flow.AccountID
	ID     int // of the message
	Silent bool
	Text   string
	Body   string
	After  time.Duration // since the beginning
}

// server answers calls without a network, and keeps them.
type server struct {
	mu     sync.Mutex
	calls  []call
	began  time.Time
	answer func(call) (code int, body string)
}

func (s *server) RoundTrip(r *http.Request) (*http.Response, error) {
	c := call{Method: r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:], After: time.Since(s.began)}
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(r.Body); err != nil {
			return nil, err
		}
		r.Body.Close()
	}
	c.Body = string(body)
	var m struct {
		Chat    flow.AccountID `json:"chat_id"`
		Message int            `json:"message_id"`
		Silent  bool           `json:"disable_notification"`
		Text    string         `json:"text"`
	}
	_ = json.Unmarshal(body, &m) // a form is none
	c.Chat, c.ID, c.Silent, c.Text = m.Chat, m.Message, m.Silent, m.Text
	s.mu.Lock()
	s.calls = append(s.calls, c)
	s.mu.Unlock()
	code, text := s.answer(c)
	return &http.Response{StatusCode: code, Header: http.Header{}, ContentLength: -1, Body: io.NopCloser(strings.NewReader(text)), Request: r}, nil
}

// methods lists what was called, polls apart.
func (s *server) methods() (list []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.calls {
		if c.Method != "getUpdates" {
			list = append(list, c.Method)
		}
	}
	return list
}

func (s *server) of(method string) (list []call) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.calls {
		if c.Method == method {
			list = append(list, c)
		}
	}
	return list
}

// box is an outbox in memory.
type box struct {
	mu       sync.Mutex
	waiting  map[uint64]post.Draft
	receipts []post.Receipt
	parts    map[uint64]int
	rests    []post.Rest
	durable  int // of rests
	taken    []post.Incoming
}

func (b *box) Apply(in []post.Incoming) ([]post.Ticket, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.taken = append(b.taken, in...)
	return nil, nil
}

func (b *box) Pending() (list []post.Ticket, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, d := range b.waiting {
		list = append(list, d.Ticket())
	}
	slices.SortFunc(list, func(x, y post.Ticket) int { return int(x.ID) - int(y.ID) })
	return list, nil
}

func (b *box) Ready(t post.Ticket) (post.Draft, bool, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	d, found := b.waiting[t.ID]
	d.Parts = max(d.Parts, b.parts[t.ID])
	return d, found, nil
}

func (b *box) Note(r post.Receipt) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if r.Parts > 0 {
		b.parts[r.ID] = r.Parts
		return
	}
	delete(b.waiting, r.ID)
	b.receipts = append(b.receipts, r)
}

func (b *box) receipt(id uint64) (r post.Receipt, found bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range b.receipts {
		if r.ID == id {
			return r, true
		}
	}
	return r, false
}

func (b *box) Bot(int64) error                      { return nil }
func (b *box) Rests(time.Time) ([]post.Rest, error) { return b.rests, nil }
func (b *box) LastSent() (time.Time, error)         { return time.Time{}, nil }

func (b *box) Flush() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.durable = len(b.rests)
	return nil
}

func (b *box) Rest(r post.Rest) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.rests = append(b.rests, r)
}

// hold puts something into the outbox.
func (b *box) hold(drafts ...post.Draft) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.waiting == nil {
		b.waiting, b.parts = map[uint64]post.Draft{}, map[uint64]int{}
	}
	for _, d := range drafts {
		b.waiting[d.ID] = d
	}
}

// bench is a bot with an outbox in memory and a server without a network.
type bench struct {
	t *testing.T
	*Bot
	*box
	*server
	log *strings.Builder
}

const sent = `{"ok":true,"result":{"message_id":5}}`

// atWork runs a bot over what waits, in a bubble of time, and looks at it when so much time has passed.
func atWork(t *testing.T, waiting []post.Draft, answer func(call) (int, string), options func(*Options), passes time.Duration, look func(*bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := newBench(t, answer, options)
		w.hold(waiting...)
		ctx, cancel := context.WithCancel(context.Background())
		over := make(chan error, 1)
		go func() { over <- w.Run(ctx) }()
		time.Sleep(passes)
		synctest.Wait()
		look(w)
		cancel()
		if err := <-over; err != nil {
			t.Error(err)
		}
	})
}

func newBench(t *testing.T, answer func(call) (int, string), options func(*Options)) *bench {
	t.Helper()
	w := &bench{t: t, box: &box{}, log: &strings.Builder{}}
	w.hold()
	o := Options{
		Token: "1:x", APIURL: "http://bot.test", Inbox: w.box, Outbox: w.box, Now: time.Now,
		Log:     slog.New(slog.NewTextHandler(&lockedWriter{w: w.log}, nil)),
		Limits:  Limits{PerSecond: 25, ChatPerSecond: 1, ChatBurst: 10},
		Sorry:   ui.Screen{Text: ui.Spans{}.Plain("Mohon maaf")},
		Unshown: ui.Screen{Text: ui.Spans{}.Plain("Layar tidak dapat ditampilkan")},
		Render: func(context.Context, dialog.Laporan) ([]Part, error) {
			return []Part{
				{Screen: ui.Screen{Text: ui.Spans{}.Plain("Rekap")}},
				{Name: "a.xlsx", Write: func(w io.Writer) error { _, err := w.Write([]byte("isi")); return err }},
			}, nil
		},
	}
	if options != nil {
		options(&o)
	}
	var err error
	if w.Bot, err = New(o); err != nil {
		t.Fatal(err)
	}
	w.server = &server{began: time.Now(), answer: func(c call) (int, string) {
		switch c.Method {
		case "getUpdates":
			time.Sleep(time.Second)
			return 200, `{"ok":true,"result":[]}`
		case "getMe":
			return 200, `{"ok":true,"result":{"id":1,"username":"contoh_bot"}}`
		case "setMyCommands":
			return 200, `{"ok":true,"result":true}`
		}
		return answer(c)
	}}
	w.api.Through(w.server)
	return w
}

type lockedWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *lockedWriter) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

// into lists what was called for chats, in order.
func (w *bench) into() (list []string) {
	for _, m := range w.methods() {
		if m != "getMe" && m != "setMyCommands" {
			list = append(list, m)
		}
	}
	return list
}

func (w *bench) wants(methods ...string) {
	w.t.Helper()
	if got := w.into(); !slices.Equal(got, methods) {
		w.t.Errorf("called %v\nwant   %v", got, methods)
	}
}

func well(call) (int, string) { return 200, sent }

func refusal(code int, text string) string {
	b, _ := json.Marshal(map[string]any{"ok": false, "error_code": code, "description": text, "parameters": map[string]any{"retry_after": 3}})
	return string(b)
}

func screen(text string) ui.Screen { return ui.Screen{Text: ui.Spans{}.Plain(text)} }

func report(id uint64, to flow.AccountID) post.Draft {
	return post.Draft{Outgoing: post.Outgoing{ID: id, To: to, Send: &dialog.Send{To: to}}}
}

// card is a screen for the slot of an usulan that a message holds already.
func card(id uint64, m dialog.Manner, held int) post.Draft {
	return post.Draft{
		Outgoing: post.Outgoing{ID: id, To: 7, Show: &dialog.Show{To: 7, Slot: "usulan/1", Manner: m, Screen: screen("Kartu")}},
		Held:     post.Held{Message: held, At: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)}, // where the clock of synctest begins
	}
}

func withCancel() (context.Context, context.CancelFunc) {
	return context.WithCancel(context.Background())
}
