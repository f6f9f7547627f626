package bot

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"siip-asn/flow/post"
)

// server answers calls without a network.
type server func(method string) (code int, body string)

func (s server) RoundTrip(r *http.Request) (*http.Response, error) {
	code, body := s(r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:])
	return &http.Response{
		StatusCode: code, Header: http.Header{"Content-Type": {"application/json"}},
		Body: io.NopCloser(strings.NewReader(body)), Request: r,
	}, nil
}

// deaf takes updates in and does nothing, and forgets what it is told to keep.
type deaf struct{ Outbox }

func (deaf) Apply([]post.Incoming) ([]post.Ticket, error) { return nil, nil }
func (deaf) Rest(post.Rest)                               {}
func (deaf) Note(post.Receipt)                            {}

// pollsOf counts the polls of a minute.
func pollsOf(t *testing.T, answer func(poll int) (code int, body string)) (polls int) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		b, err := New(Options{
			Token: "1:x", APIURL: "http://bot.test", Inbox: deaf{}, Outbox: deaf{}, Now: time.Now, Log: slog.New(slog.DiscardHandler),
			Limits: Limits{PerSecond: 30, ChatPerSecond: 1, ChatBurst: 10},
		})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		b.client.Transport.(*transport).next = server(func(string) (int, string) {
			if polls++; polls > 1000 {
				cancel() // it spins, and time would stand still
			}
			return answer(polls)
		})
		if err := b.poll(ctx); err != nil {
			t.Error(err)
		}
	})
	return polls
}

// TestAServerThatIsOddIsNotRushed: whatever it answers at once, it is asked a few times a second at most.
func TestAServerThatIsOddIsNotRushed(t *testing.T) {
	refusal := func(code int) func(int) (int, string) {
		return func(int) (int, string) {
			return code, fmt.Sprintf(`{"ok":false,"error_code":%d,"description":"x"}`, code)
		}
	}
	always := func(result string) func(int) (int, string) {
		return func(int) (int, string) { return 200, `{"ok":true,"result":` + result + `}` }
	}
	for name, c := range map[string]struct {
		answer func(int) (int, string)
		most   int // in a minute
	}{
		"nothing":                 {always(`[]`), 250},
		"the same update again":   {always(`[{"update_id":700000001}]`), 250},
		"an update without an id": {always(`[{"message":5}]`), 250},
		"an id that is none":      {always(`[{"update_id":"x"}]`), 250},
		"no list":                 {always(`{}`), 15},
		"null":                    {always(`null`), 15},
		"conflict":                {refusal(409), 15},
		"unauthorized":            {refusal(401), 15},
		"restart":                 {refusal(500), 15},
		"too many without a time": {refusal(429), 30},
	} {
		if n := pollsOf(t, c.answer); n > c.most || n < 2 {
			t.Errorf("%s: %d polls in a minute", name, n)
		}
	}
}

// TestAnOutageIsNoFloodInTheLog lets the Bot API be away for an hour while the bot asks for its own name.
func TestAnOutageIsNoFloodInTheLog(t *testing.T) {
	var out bytes.Buffer
	synctest.Test(t, func(t *testing.T) {
		b, err := New(Options{
			Token: "1:x", APIURL: "http://bot.test", Inbox: deaf{}, Outbox: deaf{}, Now: time.Now, Log: slog.New(slog.NewTextHandler(&out, nil)),
			Limits: Limits{PerSecond: 30, ChatPerSecond: 1, ChatBurst: 10},
		})
		if err != nil {
			t.Fatal(err)
		}
		back := time.Now().Add(time.Hour)
		b.client.Transport.(*transport).next = server(func(string) (int, string) {
			if time.Now().Before(back) {
				return 502, "<html>Bad Gateway</html>"
			}
			return 200, `{"ok":true,"result":{"username":"contoh_bot"}}`
		})
		b.introduce(t.Context(), func(err error) { t.Error(err) })
	})
	for words, want := range map[string]int{"level=WARN": 1, `msg="trouble begins" with=getMe`: 1, `msg="trouble is over" with=getMe`: 1} {
		if n := strings.Count(out.String(), words); n != want {
			t.Errorf("%d times %s:\n%s", n, words, out.String())
		}
	}
}
