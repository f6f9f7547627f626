package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/demo"
)

// BenchmarkTap is the way of a tap through the whole program: from the answer that brings the update to the call that
// shows what came of it, over the loopback, with a sync to the disk that holds TMPDIR. Put TMPDIR on a disk in memory to
// see it without the sync.
func BenchmarkTap(b *testing.B) {
	api := newBareAPI(b)
	c, s := city(b, cityPeople, false)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	c.JadwalBackup = config.Schedule{}
	c.Token, c.APIURL, c.PerSecond, c.ChatPerSecond = testToken, api.URL, 1_000_000, 1_000_000
	o := &rig{t: b, config: c, logged: &strings.Builder{}}
	o.run()
	defer o.stop()
	api.does(`"message": {"message_id": 1, "date": 1, "chat": %[1]s, "from": %[1]s, "text": "/start"}`)
	api.does(`"message": {"message_id": 2, "date": 1, "chat": %[1]s, "from": %[1]s, "contact": {"user_id": 71, "phone_number": "` + string(demo.Phone(4)) + `"}}`)
	api.taps("Ya, ini saya")
	api.taps("Tambah")
	for n := 0; b.Loop(); n++ {
		api.taps([]string{"Isi Manual", "Kembali"}[n%2])
	}
}

// bareAPI is as little of a Bot API as one person needs who does one thing after the other.
type bareAPI struct {
	*httptest.Server
	b      *testing.B
	update int
	todo   chan string
	shown  chan shown
	last   shown
}

// shown is a message with buttons that the bot has sent or edited.
type shown struct {
	Message int `json:"message_id"`
	Markup  struct {
		Inline [][]struct {
			Text string `json:"text"`
			Data string `json:"callback_data"`
		} `json:"inline_keyboard"`
		Reply [][]struct{} `json:"keyboard"`
	} `json:"reply_markup"`
}

const (
	barePerson  = `{"id": 71, "type": "private", "first_name": "A"}`
	bareMessage = 10
)

func newBareAPI(b *testing.B) *bareAPI {
	api := &bareAPI{b: b, todo: make(chan string, 1), shown: make(chan shown, 10)}
	api.Server = httptest.NewServer(api)
	b.Cleanup(api.CloseClientConnections)
	return api
}

func (api *bareAPI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	switch path.Base(r.URL.Path) {
	case "getMe":
		io.WriteString(w, `{"ok": true, "result": {"id": 42, "is_bot": true, "username": "siip_asn_bot"}}`)
	case "getUpdates":
		io.Copy(io.Discard, r.Body)
		select {
		case update := <-api.todo:
			fmt.Fprintf(w, `{"ok": true, "result": [%s]}`, update)
		case <-r.Context().Done():
		}
	case "sendMessage", "editMessageText":
		var s shown
		if err := json.NewDecoder(r.Body).Decode(&s); err != nil {
			api.b.Error(err)
		}
		fmt.Fprintf(w, `{"ok": true, "result": {"message_id": %d, "date": 1, "chat": %s}}`, bareMessage, barePerson)
		api.shown <- s
	default:
		io.WriteString(w, `{"ok": true, "result": true}`)
	}
}

// does lets the person do something, and waits until something with buttons is shown then.
func (api *bareAPI) does(what string) {
	api.update++
	api.todo <- fmt.Sprintf(`{"update_id": %d, `, api.update) + strings.ReplaceAll(what, "%[1]s", barePerson) + `}`
	for api.last = <-api.shown; len(api.last.Markup.Inline)+len(api.last.Markup.Reply) == 0; {
		api.last = <-api.shown
	}
}

// taps presses the button with this word.
func (api *bareAPI) taps(word string) {
	for _, row := range api.last.Markup.Inline {
		for _, c := range row {
			if trimEmoji(c.Text) == word {
				api.does(fmt.Sprintf(`"callback_query": {"id": "%d", "from": %s, "data": %q, "message": {"message_id": %d, "date": 1, "chat": %[2]s}}`,
					api.update+1, barePerson, c.Data, bareMessage))
				return
			}
		}
	}
	api.b.Fatalf("no button %s: %+v", word, api.last)
}
