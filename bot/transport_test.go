package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

// TestNoErrorHoldsTheToken asks servers that repeat the address of the call in whatever they say.
func TestNoErrorHoldsTheToken(t *testing.T) {
	const token = "424242:RAHASIA-SEKALI"
	var asked atomic.Bool // calls come from several connections
	for name, answer := range map[string]http.HandlerFunc{
		"in the description": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_ = json.NewEncoder(w).Encode(envelope{Code: 400, Description: "no route for " + r.URL.Path})
		},
		"in a broken answer": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprintf(w, "{%s", r.URL.Path)
		},
		"in the page of a proxy": func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, "no such page: "+r.URL.Path, http.StatusBadGateway)
		},
		"in a redirection": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/elsewhere"+r.URL.Path, http.StatusFound)
		},
		"nowhere": func(_ http.ResponseWriter, r *http.Request) {
			if strings.Contains(r.URL.Path, token) {
				asked.Store(true)
			}
			panic(http.ErrAbortHandler)
		},
	} {
		server := httptest.NewServer(answer)
		b, err := New(Options{Token: token, APIURL: server.URL})
		if err != nil {
			t.Fatal(err)
		}
		_, err1 := b.Me(context.Background())
		_, err2 := b.call("sendMessage", map[string]string{})
		_, err3 := b.fetch(context.Background(), "documents/x")
		for _, err := range []error{err1, err2, err3} {
			for err := err; err != nil; err = errors.Unwrap(err) {
				if text := fmt.Sprintf("%v %+v", err, err); strings.Contains(text, "RAHASIA") {
					t.Errorf("%s: %s", name, text)
				}
			}
		}
		if text := fmt.Sprintf("%+v", b.Options); strings.Contains(text, "RAHASIA") {
			t.Error("the bot shows its token")
		}
		server.Close()
	}
	if !asked.Load() {
		t.Error("no call had the token: the test proves nothing")
	}
}

// TestABrokenConnectionDoesNotNameTheToken has an error of the network that names the address.
func TestABrokenConnectionDoesNotNameTheToken(t *testing.T) {
	wire := &transport{token: "1:RAHASIA", next: broken{}}
	_, err := (&http.Client{Transport: wire}).Get("http://bot.contoh/bot" + placeholder + "/getMe")
	if err == nil || strings.Contains(err.Error(), "RAHASIA") {
		t.Error(err)
	}
}

// broken fails with the address of the request.
type broken struct{}

func (broken) RoundTrip(r *http.Request) (*http.Response, error) {
	return nil, errors.New("cannot reach " + r.URL.String())
}
