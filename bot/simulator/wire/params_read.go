package wire

import (
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
)

// ReadParams reads a request as the real server does: from the query, then from a form, a JSON object or a multipart body.
// A body that makes no sense is ignored as far as it makes none; only its size is ever refused.
func ReadParams(r *http.Request, maxFiles int64) (Params, *APIError) {
	p := NewParams()
	p.maxFiles = maxFiles
	if err := p.addQuery(r.URL.RawQuery); err != nil {
		return p, err
	}
	kind := strings.ToLower(r.Header.Get("Content-Type"))
	switch {
	case strings.Contains(kind, "multipart/form-data"):
		return p, p.addMultipart(r)
	case strings.Contains(kind, "application/x-www-form-urlencoded"):
		return p, p.addBody(r.Body, p.addQuery)
	case strings.Contains(kind, "application/json"):
		return p, p.addBody(r.Body, p.addJSON)
	}
	return p, nil
}

func (p *Params) addBody(body io.Reader, add func(string) *APIError) *APIError {
	text, err := io.ReadAll(io.LimitReader(body, maxParams+1))
	if err != nil {
		return nil // the client has gone
	}
	return add(string(text))
}

func (p *Params) addQuery(query string) *APIError {
	if err := p.weigh(len(query)); err != nil {
		return err
	}
	for pair := range strings.SplitSeq(query, "&") {
		if pair == "" {
			continue
		}
		name, value, _ := strings.Cut(pair, "=")
		p.Add(unescape(name), unescape(value))
	}
	return nil
}

// unescape leaves a broken escape as it stands.
func unescape(s string) string {
	if out, err := url.QueryUnescape(s); err == nil {
		return out
	}
	return s
}

// addJSON reads a JSON object; what was read before a mistake counts.
func (p *Params) addJSON(body string) *APIError {
	if err := p.weigh(len(body)); err != nil {
		return err
	}
	d := json.NewDecoder(strings.NewReader(body))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return nil
	}
	for d.More() {
		name, err := d.Token()
		var value json.RawMessage
		if err != nil || d.Decode(&value) != nil {
			return nil
		}
		p.Add(name.(string), plain(value))
	}
	return nil
}

// plain is a JSON string's content, and anything else as it is written.
func plain(value json.RawMessage) string {
	var s string
	if bytes.HasPrefix(value, []byte(`"`)) && json.Unmarshal(value, &s) == nil {
		return s
	}
	return string(value)
}

func (p *Params) addMultipart(r *http.Request) *APIError {
	_, attrs, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || attrs["boundary"] == "" {
		return Bad("boundary not found")
	}
	parts := multipart.NewReader(r.Body, attrs["boundary"])
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			return nil
		}
		if err := p.addPart(part); err != nil {
			drain(r.Body, p.maxFiles)
			return err
		}
	}
}

func (p *Params) addPart(part *multipart.Part) *APIError {
	if isFile(part) {
		return p.addFilePart(part)
	}
	text, _ := io.ReadAll(io.LimitReader(part, maxParams+1))
	p.Add(part.FormName(), string(text))
	return p.weigh(len(text))
}

// isFile tells whether a part is a file: one with a file name, be it an empty one.
func isFile(part *multipart.Part) bool {
	_, attrs, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	_, named := attrs["filename"]
	return err == nil && named
}

// addFilePart takes files as long as all of them together are no larger than one may be.
func (p *Params) addFilePart(part *multipart.Part) *APIError {
	data, _ := io.ReadAll(io.LimitReader(part, p.maxFiles-p.fileSize+1))
	p.fileSize += int64(len(data))
	if p.fileSize > p.maxFiles {
		return TooLarge("")
	}
	p.addFile(part.FormName(), Upload{Name: part.FileName(), Data: data})
	return nil
}

// drain reads on for a while, so that a client that is still sending gets to see the answer.
func drain(body io.Reader, most int64) { _, _ = io.CopyN(io.Discard, body, most) }
