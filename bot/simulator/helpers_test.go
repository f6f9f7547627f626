package simulator

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/simulator/people"
)

// The people of the tests are invented.
var (
	sari = Profile{ID: 7_000_000_001, FirstName: "Sari", LastName: "Contoh", Username: "sari_contoh", Language: "id", Phone: "+62812000001"}
	budi = Profile{ID: 7_000_000_002, FirstName: "Budi", Phone: "62812000002"}
)

// bot is a client with nothing but net/http, over a real connection.
type bot struct {
	t   *testing.T
	sim *Server
	url string
}

// start serves a simulator with one person who has already begun to talk with the bot.
func start(t *testing.T, o Options) (*bot, *Person) {
	t.Helper()
	o.Seed = 1
	sim := New(o)
	b := serve(t, sim)
	p := sim.Person(sari)
	p.Send("/start")
	b.drain()
	return b, p
}

func serve(t *testing.T, sim *Server) *bot {
	t.Helper()
	server := httptest.NewServer(sim)
	t.Cleanup(func() {
		if err := sim.Close(); err != nil {
			t.Error(err)
		}
		server.Close()
	})
	return &bot{t, sim, server.URL}
}

// reply is an answer of the server.
type reply struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	ErrorCode   int             `json:"error_code"`
	Description string          `json:"description"`
	Parameters  struct {
		RetryAfter int   `json:"retry_after"`
		MigrateTo  int64 `json:"migrate_to_chat_id"`
	} `json:"parameters"`
	status int
	header http.Header
	body   string
}

type args map[string]any

// call posts JSON, as text wherever a value is no text, as telebot does.
func (b *bot) call(method string, a args) reply {
	b.t.Helper()
	r, err := b.try(method, a)
	if err != nil {
		b.t.Fatalf("%s: %v", method, err)
	}
	return r
}

func (b *bot) try(method string, a args) (reply, error) {
	return b.tryContext(b.t.Context(), method, a)
}

func (b *bot) tryContext(ctx context.Context, method string, a args) (reply, error) {
	body, _ := json.Marshal(asTexts(a))
	return b.post(ctx, method, "application/json", bytes.NewReader(body))
}

func (b *bot) post(ctx context.Context, method, kind string, body io.Reader) (reply, error) {
	req, _ := http.NewRequestWithContext(ctx, http.MethodPost, b.url+"/bot"+b.sim.Token()+"/"+method, body)
	req.Header.Set("Content-Type", kind)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return reply{}, err
	}
	return readReply(resp)
}

func readReply(resp *http.Response) (reply, error) {
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	out := reply{status: resp.StatusCode, header: resp.Header, body: string(raw)}
	_ = json.Unmarshal(raw, &out)
	return out, err
}

func asTexts(a args) map[string]string {
	out := map[string]string{}
	for name, value := range a {
		switch v := value.(type) {
		case string:
			out[name] = v
		default:
			raw, _ := json.Marshal(v)
			out[name] = string(raw)
		}
	}
	return out
}

// must calls and decodes the result.
func must[T any](b *bot, method string, a args) T {
	b.t.Helper()
	var out T
	r := b.call(method, a)
	if !r.OK {
		b.t.Fatalf("%s %v: %s", method, short(fmt.Sprint(a)), short(r.body))
	}
	if err := json.Unmarshal(r.Result, &out); err != nil {
		b.t.Fatalf("%s: %v in %s", method, err, r.body)
	}
	return out
}

// refused calls and expects a refusal.
func (b *bot) refused(method string, a args, code int, text string) reply {
	b.t.Helper()
	r := b.call(method, a)
	if r.OK || r.ErrorCode != code || r.status != code || r.Description != text {
		b.t.Errorf("%s %v\n got %d %s\nwant %d %s", method, short(fmt.Sprint(a)), r.status, short(r.body), code, text)
	}
	return r
}

func short(text string) string { return text[:min(len(text), 300)] }

func (b *bot) send(chat int64, text string) Message {
	b.t.Helper()
	return must[Message](b, "sendMessage", args{"chat_id": chat, "text": text})
}

func (b *bot) sendWith(chat int64, text string, markup any) Message {
	b.t.Helper()
	return must[Message](b, "sendMessage", args{"chat_id": chat, "text": text, "reply_markup": markup})
}

// got is an update as the bot reads it.
type got struct {
	ID       int64    `json:"update_id"`
	Message  *Message `json:"message"`
	Edited   *Message `json:"edited_message"`
	Callback *struct {
		ID       string  `json:"id"`
		From     User    `json:"from"`
		Message  Message `json:"message"`
		Instance string  `json:"chat_instance"`
		Data     string  `json:"data"`
	} `json:"callback_query"`
	Member *people.MemberUpdated `json:"my_chat_member"`
}

// drain takes everything that waits for the bot, past its back.
func (b *bot) drain() []got {
	b.t.Helper()
	b.sim.Mu.Lock()
	defer b.sim.Mu.Unlock()
	var out []got
	for _, u := range b.sim.State.Queue.Updates {
		var g got
		if err := json.Unmarshal(u.Wire(), &g); err != nil {
			b.t.Fatal(err)
		}
		out = append(out, g)
	}
	b.sim.State.Queue.Updates = nil
	return out
}

// one takes the only update that waits.
func (b *bot) one() got {
	b.t.Helper()
	all := b.drain()
	if len(all) != 1 {
		b.t.Fatalf("%d updates wait, not one", len(all))
	}
	return all[0]
}

func inline(rows ...[]Button) InlineKeyboard { return InlineKeyboard{Rows: rows} }

func row(buttons ...Button) []Button { return buttons }

func data(text, data string) Button { return Button{Text: text, CallbackData: data} }

// multipartBody makes a body of fields and one file.
func multipartBody(fields map[string]string, field, name string, content []byte) (string, *bytes.Buffer) {
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for key, value := range fields {
		_ = w.WriteField(key, value)
	}
	if field != "" {
		part, _ := w.CreateFormFile(field, name)
		_, _ = part.Write(content)
	}
	_ = w.Close()
	return w.FormDataContentType(), &body
}

func form(a map[string]string) (string, io.Reader) {
	values := url.Values{}
	for key, value := range a {
		values.Set(key, value)
	}
	return "application/x-www-form-urlencoded", strings.NewReader(values.Encode())
}

// soon is longer than anything here takes, unless it hangs.
func soon(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// clock is a clock that a test sets.
type clock struct{ at time.Time }

func newClock() *clock { return &clock{time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)} }

func (c *clock) now() time.Time { return c.at }

func (c *clock) add(d time.Duration) { c.at = c.at.Add(d) }

func ids(list []Message) []int64 {
	var out []int64
	for _, m := range list {
		out = append(out, m.ID)
	}
	return out
}
