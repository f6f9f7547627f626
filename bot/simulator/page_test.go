package simulator

import (
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// ask gives what the page's handler answers.
func ask(method, target string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	PageHandler().ServeHTTP(w, httptest.NewRequest(method, target, nil))
	return w
}

// pageNames lists the files of the page, as it asks for them.
func pageNames(t *testing.T) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(pageFiles, "page", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, strings.TrimPrefix(name, "page/"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func pageText(t *testing.T, name string) string {
	t.Helper()
	raw, err := fs.ReadFile(pageFiles, path.Join("page", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestPageIsServedWithStrictHeaders(t *testing.T) {
	for _, name := range pageNames(t) {
		w := ask("GET", "/"+strings.TrimSuffix(name, "index.html")) // that one is served as the folder itself
		h := w.Header()
		if w.Code != 200 || w.Body.Len() == 0 || h.Get("Content-Type") != pageKinds[path.Ext(name)] {
			t.Errorf("%q: %d %q", name, w.Code, h.Get("Content-Type"))
		}
		for header, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache",
		} {
			if h.Get(header) != want {
				t.Errorf("%q: %s: %q", name, header, h.Get(header))
			}
		}
		policy := strings.Split(h.Get("Content-Security-Policy"), "; ")
		for _, want := range []string{
			"default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'",
			"form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
		} {
			if !slices.Contains(policy, want) {
				t.Errorf("%q: no %s in %q", name, want, policy)
			}
		}
	}
}

func TestPageServesNothingElse(t *testing.T) {
	for _, c := range []struct {
		method, target string
		code           int
	}{
		{"GET", "/js/", 404}, {"GET", "/js", 404}, {"GET", "/none.js", 404}, {"GET", "/../page.go", 404},
		{"POST", "/", 405}, {"HEAD", "/", 200}, {"GET", "/index.html", 301},
	} {
		if w := ask(c.method, c.target); w.Code != c.code {
			t.Errorf("%s %s: %d", c.method, c.target, w.Code)
		}
	}
}

// The policy would refuse scripts and styles in the HTML, and files from elsewhere.
func TestPageHoldsNothingThatItsPolicyRefuses(t *testing.T) {
	for _, name := range pageNames(t) {
		text := pageText(t, name)
		if m := regexp.MustCompile(`(?i)\son[a-z]+="|\sstyle="|<style|<script>|\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b|\beval\(`).FindString(text); m != "" {
			t.Errorf("%s holds %q", name, m)
		}
		if m := regexp.MustCompile(`(?:src|href|url\(|from|import)[=( ]*["']?(?:https?:)?//[^"')\s]+`).FindString(text); m != "" {
			t.Errorf("%s asks elsewhere: %q", name, m)
		}
	}
}

func TestPageHasWhatItAsksFor(t *testing.T) {
	names := pageNames(t)
	asked := map[string]bool{"index.html": true, "js/main.js": true, "tour.json": true, "doing.json": true}
	for _, m := range regexp.MustCompile(`(?:href|src)="([^"#]+)["#]`).FindAllStringSubmatch(pageText(t, "index.html"), -1) {
		asked[m[1]] = true
	}
	for _, name := range names {
		for _, m := range regexp.MustCompile(`from "\./([^"]+)"`).FindAllStringSubmatch(pageText(t, name), -1) {
			asked["js/"+m[1]] = true
		}
	}
	for name := range asked {
		if !slices.Contains(names, name) {
			t.Errorf("%s is missing", name)
		}
	}
	for _, name := range names {
		if !asked[name] {
			t.Errorf("nobody asks for %s", name)
		}
	}
}

func TestToursAreComplete(t *testing.T) {
	type wait struct {
		Words    []string
		Document string
	}
	var book struct {
		Tours []struct {
			ID, Role, Title, About, Done string
			Steps                        []struct {
				Title, Text string
				Point       []struct{ Button, Selector string }
				Until       wait
				Hints       []struct {
					When wait
					Text string
				}
			}
		}
	}
	d := json.NewDecoder(strings.NewReader(pageText(t, "tour.json")))
	d.DisallowUnknownFields()
	if err := d.Decode(&book); err != nil {
		t.Fatal(err)
	}
	var roles []string
	for _, tour := range book.Tours {
		roles = append(roles, tour.Role)
		if tour.ID == "" || tour.Title == "" || tour.About == "" || tour.Done == "" || len(tour.Steps) != 5 {
			t.Errorf("%s: %d steps", tour.ID, len(tour.Steps))
		}
		for _, s := range tour.Steps {
			if s.Title == "" || s.Text == "" || len(s.Point) == 0 || len(s.Until.Words) == 0 && s.Until.Document == "" {
				t.Errorf("%s: %+v", tour.ID, s)
			}
			if len([]rune(s.Text)) > 200 {
				t.Errorf("%s: %q is too long", tour.ID, s.Text)
			}
		}
	}
	if !slices.Equal(roles, []string{"Pegawai", "Admin OPD", "Admin SIIP-ASN"}) {
		t.Error(roles)
	}
}

func TestPageSaysThatItIsADemo(t *testing.T) {
	text := pageText(t, "index.html")
	for _, want := range []string{
		`lang="id"`, "<title>SIIP-ASN: demo</title>", "semua orang rekaan, tidak ada yang dikirim ke Telegram",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	if w := ask(http.MethodGet, "/"); !strings.Contains(w.Body.String(), "semua orang rekaan") {
		t.Error(w.Body.String())
	}
}
