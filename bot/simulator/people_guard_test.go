package simulator

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestOtherSitesAreKeptOut(t *testing.T) {
	sim := New(Options{Hosts: []string{"demo.example"}})
	sim.Person(sari)
	page := sim.PeopleHandler()
	const json, token = "application/json", "1"
	for _, c := range []struct {
		name, method, host, kind, token, site string
		code                                  int
	}{
		{"the page", "POST", "localhost:8080", json, token, "same-origin", 200},
		{"by address", "POST", "127.0.0.1:8080", json, token, "", 200},
		{"by the other address", "POST", "[::1]:8080", json, token, "", 200},
		{"by a name that was given", "POST", "demo.example", json, token, "", 200},
		{"looking", "GET", "localhost", "", "", "", 200},
		{"a name of somebody's", "POST", "evil.example", json, token, "", 403},
		{"looking under it", "GET", "evil.example", "", "", "", 403},
		{"another address", "GET", "192.0.2.1", "", "", "", 403},
		{"no header", "POST", "localhost", json, "", "", 403},
		{"a form", "POST", "localhost", "application/x-www-form-urlencoded", token, "", 403},
		{"plain text", "POST", "localhost", "text/plain", token, "", 403},
		{"from another site", "POST", "localhost", json, token, "cross-site", 403},
	} {
		path := "/sim/chats/7000000001"
		if c.method == "POST" {
			path += "/send"
		}
		r := httptest.NewRequest(c.method, path, strings.NewReader(`{"text":"x"}`))
		r.Host = c.host
		r.Header.Set("Content-Type", c.kind)
		r.Header.Set("X-Simulator", c.token)
		r.Header.Set("Sec-Fetch-Site", c.site)
		w := httptest.NewRecorder()
		if page.ServeHTTP(w, r); w.Code != c.code {
			t.Errorf("%s: %d %s", c.name, w.Code, w.Body)
		}
	}
}

// What people upload must not run as a page of this site.
func TestUploadsAreNotOpened(t *testing.T) {
	sim := New(Options{})
	p := sim.Person(sari)
	for _, c := range []struct{ name, mime, disposition, kind string }{
		{"jahat.html", "text/html", `attachment; filename=jahat.html`, "application/octet-stream"},
		{"gambar.svg", "image/svg+xml", `attachment; filename=gambar.svg`, "application/octet-stream"},
		{"a\"b\r\nX-Evil: 1.txt", "text/plain", `attachment; filename="a\"b__X-Evil: 1.txt"`, "application/octet-stream"},
		{"é.txt", "text/plain", `attachment; filename*=utf-8''%C3%A9.txt`, "application/octet-stream"},
		{"", "", "attachment", "application/octet-stream"},
		{"a.png", "image/png", "", "image/png"},
		{"a.pdf", "application/pdf", "inline; filename=a.pdf", "application/pdf"}, // the viewer needs it without a sandbox
	} {
		p.Upload(c.name, c.mime, []byte("x"), "")
		r := httptest.NewRequest("GET", "/sim/files/"+p.Last().Document.FileUniqueID, nil)
		r.Host = "localhost"
		w := httptest.NewRecorder()
		sim.PeopleHandler().ServeHTTP(w, r)
		h := w.Header()
		sandboxed := strings.Contains(h.Get("Content-Security-Policy"), "sandbox")
		if h.Get("Content-Disposition") != c.disposition || h.Get("Content-Type") != c.kind || h.Get("X-Content-Type-Options") != "nosniff" ||
			sandboxed == (c.kind == "application/pdf") {
			t.Errorf("%q: %v", c.name, h)
		}
	}
}
