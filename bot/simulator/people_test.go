package simulator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/simulator/people"
)

// page is the demo page, as far as it talks to the server.
type page struct {
	t   *testing.T
	sim *Server
	url string
}

func open(t *testing.T, sim *Server) *page {
	t.Helper()
	server := httptest.NewServer(sim.PeopleHandler())
	t.Cleanup(func() {
		sim.Close()
		server.Close()
	})
	return &page{t, sim, server.URL}
}

// do asks and decodes the answer, unless into is nil; it gives the status.
func (p *page) do(method, path, kind string, body io.Reader, into any) int {
	p.t.Helper()
	r, _ := http.NewRequestWithContext(p.t.Context(), method, p.url+path, body)
	r.Header.Set("X-Simulator", "1")
	r.Header.Set("Content-Type", kind)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	defer resp.Body.Close()
	raw, _ := io.ReadAll(resp.Body)
	if into != nil {
		if err := json.Unmarshal(raw, into); err != nil || resp.StatusCode != 200 {
			p.t.Fatalf("%s: %d %v %s", path, resp.StatusCode, err, raw)
		}
	}
	return resp.StatusCode
}

func (p *page) get(path string, into any) int {
	p.t.Helper()
	return p.do("GET", path, "", nil, into)
}

func (p *page) post(path string, body args, into any) int {
	p.t.Helper()
	raw, _ := json.Marshal(body)
	return p.do("POST", path, "application/json", bytes.NewReader(raw), into)
}

func TestPageSeesPeopleAndChats(t *testing.T) {
	b, p := start(t, Options{})
	b.sim.Group(-5, "Grup", p)
	b.sendWith(p.ID(), "<b>", inline(row(Button{Text: "Setujui", CallbackData: "a", Style: "success"})))
	b.sendWith(p.ID(), "kunci", `{"keyboard":[["Usulan"]]}`)
	b.upload("sendDocument", "document", "rekap.pdf", []byte("isi"), toSari)
	b.upload("sendPhoto", "photo", "a.png", picture(2, 2), toSari)
	page := open(t, b.sim)

	var state people.StateView
	page.get("/sim/state", &state)
	if len(state.People) != 1 || state.People[0].Name != "Sari Contoh" || !state.People[0].Started || state.Network != "up" ||
		len(state.Groups) != 1 || state.Groups[0].Members[0] != p.ID() || state.Bot.ID != b.sim.Bot().ID || state.LastEvent == "" {
		t.Errorf("%+v", state)
	}
	var chat people.ChatView
	page.get("/sim/chats/7000000001", &chat)
	if len(chat.Messages) != 5 || chat.Messages[0].Out || !chat.Messages[1].Out || chat.Keyboard.Rows[0][0].Text != "Usulan" {
		t.Errorf("%+v", chat)
	}
	if _, ok := chat.Messages[1].Button("Setujui"); !ok || chat.Messages[1].Inline.Rows[0][0].Style != "success" {
		t.Errorf("%+v", chat.Messages[1])
	}
	if d := chat.Messages[3]; d.Document.FileSize != 3 || page.get(d.Download, nil) != 200 {
		t.Errorf("%+v", d)
	}
	if f := chat.Messages[4]; page.get(f.Picture, nil) != 200 {
		t.Errorf("%+v", f)
	}
	var group people.ChatView
	if page.get(fmt.Sprintf("/sim/chats/-5?person=%d", p.ID()), &group); group.Chat.Title != "Grup" {
		t.Errorf("%+v", group)
	}
	must[bool](b, "setMyCommands", args{"commands": `[{"command":"usul","description":"Usulan saya"}]`})
	var menu struct{ Commands []Command }
	if page.get("/sim/chats/7000000001/commands", &menu); len(menu.Commands) != 1 || menu.Commands[0].Command != "usul" {
		t.Errorf("%+v", menu)
	}
	for _, path := range []string{"/sim/chats/1/commands", "/sim/chats/1", "/sim/chats/x", "/sim/chats/-5", "/sim/files/x", "/sim/nothing"} {
		if code := page.get(path, nil); code != 404 {
			t.Errorf("%s: %d", path, code)
		}
	}
}

func TestPageActsAsAPerson(t *testing.T) {
	b, p := start(t, Options{})
	other := b.sim.Person(budi)
	page := open(t, b.sim)
	const chat = "/sim/chats/7000000001/"
	var out people.Sent
	page.post(chat+"send", args{"text": "halo"}, &out)
	if u := b.one().Message; u.ID != out.MessageID || u.Text != "halo" {
		t.Errorf("%+v", u)
	}
	page.post(chat+"edit", args{"message_id": out.MessageID, "text": "halo lagi"}, &out)
	if u := b.one().Edited; u.Text != "halo lagi" {
		t.Errorf("%+v", u)
	}
	page.post(chat+"send", args{"text": "balas", "reply_to": out.MessageID}, &out)
	if u := b.one().Message; u.ReplyTo.Text != "halo lagi" {
		t.Errorf("%+v", u)
	}
	page.post(chat+"delete", args{"message_id": out.MessageID}, nil)
	for _, c := range []struct {
		body  args
		owner int64
	}{{args{}, p.ID()}, {args{"of": other.ID()}, other.ID()}, {args{"phone": "+62899", "of": p.ID()}, 0}} {
		page.post(chat+"contact", c.body, &out)
		if u := b.one().Message; u.Contact.UserID != c.owner {
			t.Errorf("%+v", u.Contact)
		}
	}
	page.post(chat+"block", args{"blocked": true}, nil)
	if u := b.one().Member; u.New.Status != "kicked" {
		t.Errorf("%+v", u)
	}
	for _, c := range []struct {
		path string
		body args
	}{
		{"edit", args{"message_id": 99999, "text": "x"}}, {"delete", args{"message_id": 99999}}, {"tap", args{"message_id": 99999}},
		{"tap", args{"word": "tidak ada"}}, {"contact", args{"of": 1}},
	} {
		if code := page.post(chat+c.path, c.body, nil); code != 404 {
			t.Errorf("%s %v: %d", c.path, c.body, code)
		}
	}
	if code := page.do("POST", chat+"send", "application/json", strings.NewReader("{"), nil); code != 400 {
		t.Error(code)
	}
	if code := page.post("/sim/chats/1/send", args{"text": "x"}, nil); code != 404 {
		t.Error(code)
	}
}

func TestPageTaps(t *testing.T) {
	b, p := start(t, Options{})
	page := open(t, b.sim)
	m := b.sendWith(p.ID(), "x", inline(row(data("Ya", "ya"))))
	b.sendWith(p.ID(), "kunci", `{"keyboard":[["Usulan"]]}`)
	const tap = "/sim/chats/7000000001/tap"
	for _, body := range []args{{"message_id": m.ID, "row": 0, "col": 0}, {"word": "Ya"}, {"message_id": m.ID, "data": "ya"}} {
		var out people.TappedView
		page.post(tap, body, &out) // it does not wait for the bot: a browser has few connections to spare
		var chat people.ChatView
		page.get("/sim/chats/7000000001", &chat)
		if want := []Tap{{QueryID: out.QueryID, From: p.ID(), Chat: p.ID(), MessageID: m.ID, Data: "ya"}}; !slices.Equal(chat.Taps, want) {
			t.Errorf("%+v waits, not %+v", chat.Taps, want)
		}
		u := b.one().Callback
		if u.Data != "ya" || u.ID != out.QueryID {
			t.Errorf("%+v, %+v", u, out)
		}
		must[bool](b, "answerCallbackQuery", args{"callback_query_id": u.ID, "text": "Tersimpan"})
		page.get("/sim/chats/7000000001", &chat)
		if len(chat.Taps) != 0 {
			t.Errorf("%+v is answered", chat.Taps)
		}
	}
	var out people.TappedView
	page.post(tap, args{"key": true, "row": 0, "col": 0}, &out)
	if u := b.one().Message; u.Text != "Usulan" || out.QueryID != "" {
		t.Errorf("%+v", u)
	}
}

func TestPageUploads(t *testing.T) {
	b, p := start(t, Options{})
	page := open(t, b.sim)
	kind, body := multipartBody(map[string]string{"caption": "daftar"}, "file", "daftar.xlsx", []byte("isi"))
	var out people.Sent
	page.do("POST", "/sim/chats/7000000001/upload", kind, body, &out)
	if u := b.one().Message; u.Document.FileName != "daftar.xlsx" || u.Caption != "daftar" || u.ID != out.MessageID {
		t.Errorf("%+v", u)
	}
	kind, body = multipartBody(map[string]string{"as": "photo"}, "file", "a.png", picture(2, 2))
	page.do("POST", "/sim/chats/7000000001/upload", kind, body, &out)
	if u := b.one().Message; len(u.Photo) != 1 || u.From.ID != p.ID() {
		t.Errorf("%+v", u)
	}
	kind, body = multipartBody(nil, "", "", nil)
	if code := page.do("POST", "/sim/chats/7000000001/upload", kind, body, nil); code != 400 {
		t.Error(code)
	}
}

func TestPageMakesTrouble(t *testing.T) {
	b, _ := start(t, Options{})
	page := open(t, b.sim)
	page.post("/sim/network", args{"down": true}, nil)
	if _, err := b.try("getMe", nil); err == nil {
		t.Error("the network is up")
	}
	page.post("/sim/network", args{"down": false}, nil)
	must[User](b, "getMe", nil)
	page.post("/sim/faults", args{"kind": "too_many_requests", "seconds": 60, "retry_after": 3}, nil)
	b.refused("getMe", nil, 429, "Too Many Requests: retry after 3")
	page.post("/sim/heal", args{}, nil)
	must[User](b, "getMe", nil)
	if code := page.post("/sim/faults", args{"kind": "earthquake"}, nil); code != 400 {
		t.Error(code)
	}
	var seen people.OnlookerView
	page.get("/sim/onlooker", &seen)
	if len(seen.Calls) != 4-1 || seen.Complaints == nil || seen.Unanswered == nil {
		t.Errorf("%+v", seen)
	}
}

// TestPageTellsWhatEverybodyIsInTheMiddleOf: what the bot changed last is told first, a long text without its middle, and
// nothing that the person wrote.
func TestPageTellsWhatEverybodyIsInTheMiddleOf(t *testing.T) {
	clock := newClock()
	sim := New(Options{Now: clock.now, Seed: 1})
	b, p, budi := serve(t, sim), open(t, sim), sim.Person(sari)
	budi.Send("/start")
	form := b.send(budi.ID(), "menu")
	clock.add(time.Minute)
	b.send(budi.ID(), "kartu "+strings.Repeat("x", 2000)+" akhir")
	clock.add(time.Minute)
	must[json.RawMessage](b, "editMessageText", args{"chat_id": budi.ID(), "message_id": form.ID, "text": "form"})
	clock.add(time.Minute)
	budi.Send("rahasia")
	var chats map[string]struct{ Texts []string }
	p.get("/sim/doing", &chats)
	texts := chats[fmt.Sprint(budi.ID())].Texts
	if len(texts) != 2 || texts[0] != "form" || !strings.HasPrefix(texts[1], "kartu x") || !strings.HasSuffix(texts[1], " akhir") || len(texts[1]) > 1000 {
		t.Errorf("%q", texts)
	}
}
