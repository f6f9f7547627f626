package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// server is a Bot API that answers at once, for one bot.
type server struct {
	*httptest.Server
	mu      sync.Mutex
	queue   []queued
	news    chan struct{} // closed and replaced when something is queued
	people  map[int64]*person
	last    atomic.Int64                               // message id
	notices atomic.Int64                               // messages for nobody who is here
	trouble func(method string, chat int64) (wait int) // seconds of a 429; may take its time, may be nil
}

// queued is an update on its way to the bot.
type queued struct {
	id   int64
	body []byte
}

func newServer() *server {
	s := &server{news: make(chan struct{}), people: map[int64]*person{}}
	s.last.Store(1000)
	s.Server = httptest.NewServer(s)
	return s
}

// push queues an update; rest is its JSON behind the update id. Ids go up by one, and go on from the message ids when the queue
// was empty, so that none comes twice.
func (s *server) push(rest []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := int64(700_000_001)
	if n := len(s.queue); n > 0 {
		id = s.queue[n-1].id + 1
	} else if l := s.last.Load(); true {
		id += l
	}
	s.last.Add(1)
	s.queue = append(s.queue, queued{id, fmt.Appendf(nil, `{"update_id":%d,%s}`, id, rest)})
	close(s.news)
	s.news = make(chan struct{})
}

// ServeHTTP answers a call.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	method := path.Base(r.URL.Path)
	body, _ := io.ReadAll(r.Body)
	w.Header().Set("Content-Type", "application/json")
	switch method {
	case "getMe":
		io.WriteString(w, `{"ok":true,"result":{"id":42,"is_bot":true,"first_name":"B","username":"siip_asn_bot"}}`)
	case "getUpdates":
		s.poll(w, r, body)
	case "answerCallbackQuery":
		io.WriteString(w, `{"ok":true,"result":true}`)
		s.answered(body)
	case "sendMessage", "editMessageText":
		s.show(w, method, body)
	default:
		io.WriteString(w, `{"ok":true,"result":true}`)
	}
}

// poll gives updates, up to a hundred.
func (s *server) poll(w http.ResponseWriter, r *http.Request, body []byte) {
	var p struct{ Offset, Timeout json.RawMessage }
	_ = json.Unmarshal(body, &p)
	patience := time.NewTimer(time.Duration(number(p.Timeout)) * time.Second)
	defer patience.Stop()
	for {
		out, news := s.take(number(p.Offset))
		if len(out) > 0 {
			fmt.Fprintf(w, `{"ok":true,"result":[%s]}`, bytes.Join(out, []byte(",")))
			return
		}
		select {
		case <-news:
		case <-patience.C:
			io.WriteString(w, `{"ok":true,"result":[]}`)
			return
		case <-r.Context().Done():
			return
		}
	}
}

func (s *server) take(offset int64) (out [][]byte, news chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.queue) > 0 && s.queue[0].id < offset {
		s.queue = s.queue[1:]
	}
	for _, u := range s.queue[:min(len(s.queue), 100)] {
		out = append(out, u.body)
	}
	return out, s.news
}

// number reads a number that may be written as a text, as telebot does.
func number(raw json.RawMessage) int64 {
	n, _ := strconv.ParseInt(string(bytes.Trim(raw, `"`)), 10, 64)
	return n
}

func (s *server) answered(body []byte) {
	var a struct {
		ID json.RawMessage `json:"callback_query_id"`
	}
	_ = json.Unmarshal(body, &a)
	if p := s.person(number(a.ID) >> queryBits); p != nil {
		p.answered <- time.Now()
	}
}

func (s *server) person(id int64) *person {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.people[id]
}

// show takes a message, new or changed.
func (s *server) show(w http.ResponseWriter, method string, body []byte) {
	var m struct {
		Chat    json.RawMessage `json:"chat_id"`
		Message json.RawMessage `json:"message_id"`
		Markup  json.RawMessage `json:"reply_markup"`
	}
	_ = json.Unmarshal(body, &m)
	chat, id := number(m.Chat), number(m.Message)
	if s.trouble != nil {
		if wait := s.trouble(method, chat); wait > 0 {
			w.WriteHeader(http.StatusTooManyRequests)
			fmt.Fprintf(w, `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after %d","parameters":{"retry_after":%d}}`, wait, wait)
			return
		}
	}
	if id == 0 {
		id = s.last.Add(1)
	}
	fmt.Fprintf(w, `{"ok":true,"result":{"message_id":%d,"from":{"id":42,"is_bot":true,"first_name":"B"},"chat":{"id":%d,"type":"private","first_name":"A"},"date":1767571200,"text":"x"}}`, id, chat)
	p := s.person(chat)
	if p == nil {
		s.notices.Add(1)
		return
	}
	if bytes.HasPrefix(m.Markup, []byte(`"`)) {
		var text string
		_ = json.Unmarshal(m.Markup, &text)
		m.Markup = json.RawMessage(text)
	}
	p.shown <- shown{at: time.Now(), message: id, markup: m.Markup}
}
