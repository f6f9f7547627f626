package wire

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestIntegersAndBooleans(t *testing.T) {
	p := NewParams()
	for name, value := range map[string]string{
		"five": "5", "float": "5.7", "minus": "-3", "word": "abc", "empty": "", "huge": "99999999999999999999", "null": "null",
		"yes": "Yes", "true": " TRUE ", "one": "1", "no": "no", "two": "2",
	} {
		p.Add(name, value)
	}
	for _, c := range []struct {
		name string
		want int64
	}{
		{"five", 5}, {"float", 5}, {"minus", 0}, {"word", 0}, {"empty", 7}, {"missing", 7}, {"huge", 100}, {"null", 0},
	} {
		if got := p.Integer(c.name, 7, 0, 100); got != c.want {
			t.Errorf("%s is %d, not %d", c.name, got, c.want)
		}
	}
	for name, want := range map[string]bool{"yes": true, "true": true, "one": true, "no": false, "two": false, "missing": false} {
		if p.Boolean(name) != want {
			t.Errorf("%s is not %v", name, want)
		}
	}
}

func FuzzReadParams(f *testing.F) {
	f.Add("a=1&b=%zz", "application/json", `{"a":{"b":1},"c":"d"}`)
	f.Add("", "application/x-www-form-urlencoded", "a=b&&=c&d")
	f.Add("", `multipart/form-data; boundary="x"`, "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--")
	f.Add("", "multipart/form-data", "")
	f.Add("", "application/json", `{"a":1,"a":2,{`)
	f.Fuzz(func(t *testing.T, query, kind, body string) {
		r := httptest.NewRequest("POST", "/", strings.NewReader(body))
		r.URL.RawQuery = query
		r.Header.Set("Content-Type", kind)
		p, err := ReadParams(r, 1<<20)
		if err != nil && err.Code != 413 && err.Code != 400 {
			t.Fatal(err)
		}
		total := 0
		for _, value := range p.Values {
			total += len(value)
		}
		if err == nil && total > len(query)+len(body) {
			t.Fatal("more came out than went in")
		}
	})
}
