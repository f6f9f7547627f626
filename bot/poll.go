package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"siip-asn/flow/post"
)

const (
	pollTime   = 25 * time.Second       // how long the server may keep a poll waiting for news: a dead line is noticed soon after
	pollLimit  = 100                    // updates in one poll, and in one transaction
	pollGap    = 250 * time.Millisecond // between two polls that bring nothing: a server that does not wait is not rushed
	pollSlack  = 10 * time.Second       // for a slow line, on top of pollTime
	pollMax    = 64 << 20               // bytes of one answer
	idleOffset = 6 * 24 * time.Hour     // after a week without updates their ids may start anew
)

// poll fetches updates and makes them durable, until the context ends. An update is confirmed by the next poll, so never
// before it is durable. The offset is not stored: a new process begins without one, and the store skips what it has.
func (b *Bot) poll(ctx context.Context) error {
	var offset int64
	var began time.Time
	last := time.Now()
	retry, bad := newBackoff(), trouble{what: "getUpdates", log: b.Log}
	for ctx.Err() == nil {
		if time.Since(last) > idleOffset {
			offset = 0
		}
		if b.pace.poll(ctx, began) != nil {
			return nil
		}
		began = time.Now()
		raw, err := b.getUpdates(ctx, offset)
		if ctx.Err() != nil {
			return nil
		}
		b.Watch.Polled(len(raw), err)
		bad.note(err, time.Now())
		if err != nil {
			b.pollFailed(ctx, err, retry)
			continue
		}
		retry.reset()
		if len(raw) == 0 {
			sleep(ctx, pollGap-time.Since(began))
			continue
		}
		last = time.Now()
		before := offset
		if offset, err = b.takeIn(raw); err != nil {
			return err
		}
		if offset == before { // the server gives again what was confirmed
			sleep(ctx, pollGap-time.Since(began))
		}
	}
	return nil
}

// takeIn makes a poll's updates durable in one transaction, and gives the offset that confirms them.
func (b *Bot) takeIn(raw []json.RawMessage) (offset int64, err error) {
	batch := make([]post.Incoming, len(raw))
	at := b.Now()
	for i, r := range raw {
		batch[i] = decode(r, b.username(), at)
		offset = max(offset, batch[i].Update+1)
	}
	tickets, err := b.Inbox.Apply(batch)
	if err != nil {
		return 0, fmt.Errorf("database: %w", err)
	}
	b.sender.add(tickets)
	return offset, nil
}

// pollFailed waits.
func (b *Bot) pollFailed(ctx context.Context, err error, retry *backoff) {
	sleep(ctx, max(retry.step(), b.pace.pausedFor(time.Now())))
}

// pollParams are sent every time: what is allowed is remembered by the server, and another program may have set it.
type pollParams struct {
	Offset  int64    `json:"offset,omitempty"`
	Limit   int      `json:"limit"`
	Timeout int      `json:"timeout"`
	Allowed []string `json:"allowed_updates"`
}

// getUpdates waits for updates, each as it was delivered.
func (b *Bot) getUpdates(ctx context.Context, offset int64) ([]json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, pollTime+pollSlack)
	defer cancel()
	body, err := json.Marshal(pollParams{offset, pollLimit, int(pollTime / time.Second), allowedUpdates})
	if err != nil {
		return nil, err
	}
	result, err := b.post(ctx, "getUpdates", "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	var raw []json.RawMessage
	if err := json.Unmarshal(result, &raw); err != nil {
		return nil, fmt.Errorf("getUpdates: %w", err)
	}
	return raw, nil
}

// post makes a call that telebot cannot: one that ends with its context, or carries a file.
func (b *Bot) post(ctx context.Context, method, contentType string, body io.Reader) (result json.RawMessage, err error) {
	began := time.Now()
	defer func() { b.called(method, err, began) }()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.APIURL+"/bot"+placeholder+"/"+method, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", contentType)
	resp, err := b.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, pollMax))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", method, err)
	}
	return b.open(method, answer)
}
