package telegram

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"time"
)

// Download fetches a file that was sent to the bot, up to most bytes: a larger one is an *APIError with code 413. It takes
// FileTime at most.
//
// A Bot API server with --local gives the path of the file on its own machine instead of serving it. The file is read there
// when this program can; else it is asked for over HTTP, where an operator may serve the folder; else a *PlaceError says so.
func (c *Client) Download(ctx context.Context, ref string, most int64) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, FileTime)
	defer cancel()
	var file struct {
		Path string `json:"file_path"`
		Size int64  `json:"file_size"`
	}
	if err := c.Ask(ctx, "getFile", map[string]string{"file_id": ref}, &file); err != nil {
		return nil, err
	}
	switch {
	case file.Size > most:
		return nil, tooLarge()
	case !c.public && path.IsAbs(file.Path):
		return c.fetchLocal(ctx, file.Path, most)
	default:
		return c.fetch(ctx, file.Path, most)
	}
}

func tooLarge() error {
	return &APIError{Method: "download", Code: http.StatusRequestEntityTooLarge, Description: "file is too large"}
}

func (c *Client) fetchLocal(ctx context.Context, place string, most int64) ([]byte, error) {
	data, err := readFile(place, most)
	if err == nil || Outside(err) {
		return data, err
	}
	data, err = c.fetch(ctx, place[1:], most)
	if v := Judge(err); v == Refused || v == Done {
		return data, err
	}
	return nil, &PlaceError{Path: c.secret.hide(place)}
}

// readFile reads a regular file; nothing else has a size to go by.
func readFile(place string, most int64) ([]byte, error) {
	f, err := os.Open(place)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: not a regular file", place)
	}
	return upTo(f, most)
}

// fetch gets a file over HTTP.
func (c *Client) fetch(ctx context.Context, name string, most int64) (data []byte, err error) {
	began := time.Now()
	defer func() { c.called("file", err, time.Since(began)) }()
	req := &http.Request{Method: http.MethodGet, URL: c.address("/file", name), Host: c.base.Host, Header: http.Header{}}
	resp, err := c.wire.RoundTrip(req.WithContext(ctx))
	if err != nil {
		return nil, &LineError{Method: "download", Err: err}
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, refusedFile(resp)
	}
	data, err = upTo(resp.Body, most)
	if err != nil && !Outside(err) {
		err = &LineError{Method: "download", Err: err}
	}
	return data, err
}

// refusedFile tells a server that will never give the file from one that cannot now.
func refusedFile(resp *http.Response) error {
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 64<<10)) // so that the connection can be used again
	switch code := resp.StatusCode; {
	case code >= http.StatusInternalServerError, code == http.StatusTooManyRequests, code < http.StatusBadRequest,
		code == http.StatusUnauthorized, code == http.StatusNotFound:
		return &UpstreamError{Status: code, RetryAfter: retryAfter(resp)}
	default:
		return &APIError{Method: "download", Code: http.StatusBadRequest, Description: resp.Status}
	}
}

func upTo(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, tooLarge()
	}
	return data, err
}
