package simulator

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"siip-asn/bot/simulator/wire"
)

func TestPathsAndTokens(t *testing.T) {
	b, _ := start(t, Options{})
	for _, c := range []struct {
		path, text string
		code       int
	}{
		{"/", "Not Found", 404},
		{"/bot" + b.sim.Token(), "Not Found", 404},
		{"/bot" + b.sim.Token() + "/nothing", "Not Found: method not found", 404},
		{"/bot" + b.sim.Token() + "/setWebhook", "Not Found: method not found", 404},
		{"/bot" + b.sim.Token() + "/GETME", "", 200},
		{"/bot" + b.sim.Token() + "/?method=getMe", "", 200},
		{"/bot7000000000:other/getMe", "Unauthorized", 401},
		{"/botnonsense/getMe", "Unauthorized: invalid token specified", 401},
		{"/bot0:x/getMe", "Unauthorized: invalid token specified", 401},
		{"/bot1:" + strings.Repeat("x", 90) + "/getMe", "Unauthorized: invalid token specified", 401},
		{"/file/bot7000000000:other/documents/file_1", "Unauthorized", 401},
		{"/file/bot" + b.sim.Token() + "/documents/file_1", "Not Found", 404},
	} {
		resp, err := http.Get(b.url + c.path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := readReply(resp)
		if err != nil || r.status != c.code || r.Description != c.text || r.OK != (c.code == 200) {
			t.Errorf("%s: %d %s", c.path, r.status, r.body)
		}
		if kind := r.header.Get("Content-Type"); kind != "application/json" {
			t.Errorf("%s: %s", c.path, kind)
		}
	}
}

// Whatever way parameters come, they count the same.
func TestParametersInEveryForm(t *testing.T) {
	b, p := start(t, Options{})
	kindM, bodyM := multipartBody(map[string]string{"chat_id": "7000000001", "text": "x"}, "", "", nil)
	kindF, bodyF := form(map[string]string{"chat_id": "7000000001", "text": "x"})
	for name, c := range map[string]struct {
		path, kind string
		body       io.Reader
	}{
		"query":        {"sendMessage?chat_id=7000000001&text=x", "", nil},
		"form":         {"sendMessage", kindF, bodyF},
		"multipart":    {"sendMessage", kindM, bodyM},
		"json":         {"sendMessage", "application/json", strings.NewReader(`{"chat_id":7000000001,"text":"x"}`)},
		"json text":    {"sendMessage", "application/json", strings.NewReader(`{"chat_id":"7000000001","text":"x"}`)},
		"query first":  {"sendMessage?text=x", "application/json", strings.NewReader(`{"chat_id":7000000001,"text":"y"}`)},
		"broken later": {"sendMessage", "application/json", strings.NewReader(`{"chat_id":7000000001,"text":"x","oops`)},
	} {
		r, err := b.post(t.Context(), c.path, c.kind, c.body)
		if err != nil || !r.OK {
			t.Errorf("%s: %v %s", name, err, r.body)
		}
		if m := p.Last(); m.Text != "x" {
			t.Errorf("%s: %q", name, m.Text)
		}
	}
}

func TestBodiesThatMakeNoSenseAreIgnored(t *testing.T) {
	b, _ := start(t, Options{})
	for _, body := range []string{"null", "", "[]", "{", `"text"`, "{{", "\x00"} {
		r, err := b.post(t.Context(), "getMe", "application/json", strings.NewReader(body))
		if err != nil || !r.OK {
			t.Errorf("%q: %v %s", body, err, r.body)
		}
	}
}

func TestMarkupAsObjectOrText(t *testing.T) {
	b, p := start(t, Options{})
	for _, body := range []string{
		`{"chat_id":7000000001,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}}`,
		`{"chat_id":7000000001,"text":"x","reply_markup":"{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}"}`,
	} {
		r, err := b.post(t.Context(), "sendMessage", "application/json", strings.NewReader(body))
		if err != nil || !r.OK {
			t.Fatal(err, r.body)
		}
		if _, ok := p.Last().Button("a"); !ok {
			t.Errorf("no button from %s", body)
		}
	}
}

func TestTooManyParameters(t *testing.T) {
	b, p := start(t, Options{})
	big := strings.Repeat("x", 1<<20)
	const text = "Request Entity Too Large: too many parameters"
	b.refused("sendMessage", args{"chat_id": p.ID(), "text": big}, 413, text)
	kind, body := multipartBody(map[string]string{"text": big + "x"}, "", "", nil)
	r, err := b.post(t.Context(), "sendMessage", kind, body)
	if err != nil || r.Description != text {
		t.Error(err, r.body)
	}
}

func TestErrorCasing(t *testing.T) {
	for in, want := range map[string]string{
		"Message is too long": "message is too long",
		"BUTTON_DATA_INVALID": "BUTTON_DATA_INVALID",
		"X":                   "x",
		"":                    "",
		"message":             "message",
		"A_b":                 "A_b",
		"Übergröße":           "Übergröße",
	} {
		if got := wire.LowerFirst(in); got != want {
			t.Errorf("%q became %q", in, got)
		}
	}
}
