package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

const testToken = "424242:RAHASIA-SEKALI"

// newClient is a client of a server that answers like this.
func newClient(t *testing.T, answer http.HandlerFunc) *Client {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	return clientOf(t, server.URL)
}

func clientOf(t *testing.T, address string) *Client {
	t.Helper()
	c, err := New(Options{URL: address, Token: testToken, Connections: 1})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestNoErrorHoldsTheToken asks servers that repeat the address of the call in whatever they say.
func TestNoErrorHoldsTheToken(t *testing.T) {
	var asked atomic.Bool // calls come from several connections
	for name, answer := range map[string]http.HandlerFunc{
		"in the description": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_ = json.NewEncoder(w).Encode(map[string]any{"ok": false, "error_code": 400, "description": "no route for " + r.URL.Path})
		},
		"in a broken answer": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprintf(w, "{%s", r.URL.Path)
		},
		"in a result that does not fit": func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, `{"ok":true,"result":%q}`, r.URL.Path)
		},
		"in the page of a proxy": func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, "no such page: "+r.URL.Path, http.StatusBadGateway)
		},
		"in a redirection": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/elsewhere"+r.URL.Path, http.StatusFound)
		},
		"nowhere": func(_ http.ResponseWriter, r *http.Request) {
			asked.Store(asked.Load() || strings.Contains(r.URL.Path, testToken))
			panic(http.ErrAbortHandler)
		},
	} {
		c := newClient(t, answer)
		var me struct{ ID int }
		err1 := c.Ask(context.Background(), "getMe", struct{}{}, &me)
		err2 := c.Call(context.Background(), "sendMessage", map[string]string{}, nil)
		_, err3 := c.fetch(context.Background(), "documents/x", 10)
		err4 := c.Upload(context.Background(), File{Method: "sendDocument", Kind: "document", Name: "x", Write: func(io.Writer) error { return nil }}, nil)
		for _, err := range []error{err1, err2, err3, err4} {
			for err := err; err != nil; err = errors.Unwrap(err) {
				if text := fmt.Sprintf("%v %+v", err, err); strings.Contains(text, "RAHASIA") {
					t.Errorf("%s: %s", name, text)
				}
			}
		}
		if text := fmt.Sprintf("%+v %#v %+v", c, c, c.secret); strings.Contains(text, "RAHASIA") {
			t.Error("the client shows its token")
		}
	}
	if !asked.Load() {
		t.Error("no call had the token: the test proves nothing")
	}
}

// TestABrokenConnectionDoesNotNameTheToken has an error of the network that names the address.
func TestABrokenConnectionDoesNotNameTheToken(t *testing.T) {
	c := clientOf(t, "http://bot.contoh")
	c.Through(broken{})
	err := c.Call(context.Background(), "sendMessage", struct{}{}, nil)
	if err == nil || !strings.Contains(err.Error(), placeholder) || strings.Contains(err.Error(), "RAHASIA") {
		t.Error(err)
	}
}

// broken fails with the address of the request.
type broken struct{}

func (broken) RoundTrip(r *http.Request) (*http.Response, error) {
	return nil, errors.New("cannot reach " + r.URL.String())
}

// TestWhatTheServerHasTakenIsNeverSentAgain: ok:true is a success whatever comes with it.
func TestWhatTheServerHasTakenIsNeverSentAgain(t *testing.T) {
	for answer, want := range map[string]int{
		`{"ok":true,"result":{"message_id":5,"date":1}}`: 5, `{"result":{"message_id":6},"ok":true}`: 6, "{ \"ok\" : true,\n\"result\":{\"message_id\": 7}}": 7,
		`{"ok":true,"result":{"message_id":8},"description":"sent"}`: 8,
		`{"ok":true,"result":true}`:                                  0, `{"ok":true,"result":null}`: 0, `{"ok":true}`: 0, `{"ok":true,"result":{"message_id":0}}`: 0,
		`{"ok":true,"result":{"message_id":"five"}}`: 0, `{"ok":true,"result":[]}`: 0, `{"ok":true,"result":{"message_id":"five","date":1}}`: 0,
		`{"ok":true,"result":{"message_id":99999999999,"date":1}}`: 99999999999, `{"ok":true,"result":{"message_id": 9,"date":1}}`: 9,
	} {
		c := newClient(t, func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, answer) })
		var sent Sent
		if err := c.Call(context.Background(), "sendMessage", struct{}{}, &sent); err != nil || sent.ID != want {
			t.Errorf("%s: %v, message %d", answer, err, sent.ID)
		}
	}
}

// TestAnswers reads what servers and the proxies before them say.
func TestAnswers(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		header string // Retry-After
		body   string
		want   Verdict
		wait   time.Duration
	}{
		"429":                        {429, "", `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}`, Wait, 7 * time.Second},
		"429 with a header only":     {429, "9", `{"ok":false,"error_code":429,"description":"Too Many Requests"}`, Wait, 9 * time.Second},
		"429 as a page":              {429, "11", `<html>Too Many Requests</html>`, Wait, 11 * time.Second},
		"429 as a page without time": {429, "", `<html>`, Wait, 0},
		"429 until a date":           {429, "Mon, 05 Jan 2026 08:00:13 GMT", `<html>`, Wait, 13 * time.Second},
		"429 with a text":            {429, "", `{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":"7"}}`, Wait, 7 * time.Second},
		"429 with a part of one":     {429, "", `{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":0.5}}`, Wait, time.Second / 2},
		"429 for ever":               {429, "", `{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":1e30}}`, Wait, secondsMost * time.Second},
		"parameters that do not fit": {400, "", `{"ok":false,"error_code":400,"description":"Bad Request: chat not found","parameters":[]}`, Gone, 0},
		"a broken header":            {429, "-5", `<html>`, Wait, 0},
		"502 as a page":              {502, "", `<html>Bad Gateway</html>`, Again, 0},
		"200 as a page":              {200, "", `<html>Welcome to the hotel's network</html>`, Again, 0},
		"nothing":                    {200, "", ``, Again, 0},
		"JSON that is no answer":     {200, "", `{"status":"fine"}`, Again, 0},
		"413 as a page":              {413, "", `<html>Request Entity Too Large</html>`, Refused, 0},
		"500 with a text":            {500, "", `{"ok":false,"error_code":500,"description":"Internal Server Error: sent message was immediately deleted"}`, Done, 0},
		"500":                        {500, "", `{"ok":false,"error_code":500,"description":"Internal Server Error: restart"}`, Again, 0},
		"a refusal without a code":   {403, "", `{"ok":false,"description":"Forbidden: bot was blocked by the user"}`, Gone, 0},
	} {
		client := newClient(t, func(w http.ResponseWriter, _ *http.Request) {
			if c.header != "" {
				w.Header().Set("Retry-After", c.header)
				w.Header().Set("Date", "Mon, 05 Jan 2026 08:00:00 GMT")
			}
			w.WriteHeader(c.status)
			io.WriteString(w, c.body)
		})
		err := client.Call(context.Background(), "sendMessage", struct{}{}, nil)
		if err == nil || Judge(err) != c.want || RetryAfter(err) != c.wait {
			t.Errorf("%s: %v is %s, wait %s", name, err, Judge(err), RetryAfter(err))
		}
	}
}

// TestAFileThatCannotBeWrittenIsNoTroubleOfTheNetwork, and neither is one that the server refuses half-way.
func TestAFileThatCannotBeWrittenIsNoTroubleOfTheNetwork(t *testing.T) {
	c := newClient(t, func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength == 0 || strings.HasSuffix(r.URL.Path, "sendPhoto") {
			w.WriteHeader(413)
			return
		}
		io.Copy(io.Discard, r.Body)
		io.WriteString(w, `{"ok":true,"result":{"message_id":5}}`)
	})
	upload := func(method string, write func(io.Writer) error) error {
		return c.Upload(context.Background(), File{Method: method, Kind: "document", Name: "a.xlsx", Write: write}, nil)
	}
	var unwritten *WriteError
	if err := upload("sendDocument", func(io.Writer) error { return errors.New("no room") }); !errors.As(err, &unwritten) {
		t.Error(err)
	}
	endless := func(w io.Writer) error {
		for page := make([]byte, 1<<20); ; {
			if _, err := w.Write(page); err != nil {
				return err
			}
		}
	}
	if err := upload("sendPhoto", endless); err == nil || errors.As(err, &unwritten) {
		t.Error(err)
	}
	if err := upload("sendDocument", func(w io.Writer) error { _, err := w.Write([]byte("x")); return err }); err != nil {
		t.Error(err)
	}
}

// TestDownload fetches files from servers of every kind.
func TestDownload(t *testing.T) {
	folder := t.TempDir()
	local := filepath.Join(folder, "file_1.xlsx")
	if err := os.WriteFile(local, []byte("isi"), 0o600); err != nil {
		t.Fatal(err)
	}
	const served = "/tg/file/bot" + testToken
	for name, c := range map[string]struct {
		path   string // that getFile gives
		size   int
		status int // of the file
		body   string
		want   Verdict
	}{
		"as usual":                       {"documents/file_1.xlsx", 3, 200, "isi", Done},
		"a passing failure":              {"documents/file_1.xlsx", 3, 502, "", Again},
		"a busy server":                  {"documents/file_1.xlsx", 3, 429, "", Wait},
		"gone meanwhile":                 {"documents/file_1.xlsx", 3, 404, "", Again},
		"refused":                        {"documents/file_1.xlsx", 3, 403, "", Refused},
		"too large":                      {"documents/file_1.xlsx", 11, 200, "isi", Refused},
		"larger than it says":            {"documents/file_1.xlsx", 3, 200, strings.Repeat("x", 11), Refused},
		"on this machine":                {local, 3, 500, "", Done},
		"on another machine, served":     {"/srv/api/file_1.xlsx", 3, 200, "isi", Done},
		"on another machine, not served": {"/srv/api/" + testToken + "/file_1.xlsx", 3, 404, "", Again},
		"a folder of this machine":       {folder, 3, 404, "", Again},
		"a name with a blank":            {"documents/file 1.xlsx", 3, 200, "isi", Done},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/tg/bot"+testToken+"/getFile" {
				fmt.Fprintf(w, `{"ok":true,"result":{"file_id":"x","file_size":%d,"file_path":%q}}`, c.size, c.path)
				return
			}
			if r.URL.Path != served+"/"+strings.TrimPrefix(c.path, "/") {
				t.Errorf("%s: asked for %s", name, r.URL.Path)
			}
			w.WriteHeader(c.status)
			io.WriteString(w, c.body)
		}))
		data, err := clientOf(t, server.URL+"/tg/").Download(context.Background(), "x", 10)
		if Judge(err) != c.want || err == nil && string(data) != "isi" {
			t.Errorf("%s: %q, %v", name, data, err)
		}
		if err != nil && strings.Contains(err.Error(), "RAHASIA") {
			t.Errorf("%s: %v", name, err)
		}
		server.Close()
	}
}

// TestThePublicServerNamesNoFileOfThisMachine, whatever it says.
func TestThePublicServerNamesNoFileOfThisMachine(t *testing.T) {
	c := clientOf(t, "https://"+PublicHost)
	c.Through(answers(func(path string) string {
		if strings.HasSuffix(path, "getFile") {
			return `{"ok":true,"result":{"file_path":"/etc/hostname"}}`
		}
		return "from the server"
	}))
	if data, err := c.Download(context.Background(), "x", 100); err != nil || string(data) != "from the server" {
		t.Errorf("%q, %v", data, err)
	}
}

// answers is a server without a network.
type answers func(path string) string

func (a answers) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Header: http.Header{}, ContentLength: -1, Body: io.NopCloser(strings.NewReader(a(r.URL.Path))), Request: r}, nil
}
