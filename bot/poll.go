package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"siip-asn/bot/telegram"
	"siip-asn/flow/post"
)

const (
	pollTime   = 25 * time.Second       // long poll: how long the server may wait for an update; a dead connection is noticed pollSlack after that
	pollLimit  = 100                    // updates in one poll, and in one transaction
	pollGap    = 250 * time.Millisecond // between two polls that bring nothing, so that a server that answers at once is not polled in a hot loop
	pollSlack  = 10 * time.Second       // for a slow line, on top of pollTime
	idleOffset = 6 * 24 * time.Hour     // without an update, after which the offset is dropped: after a week Telegram may begin the ids anew, below the offset
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
		if wait := b.sender.methodWait("getUpdates"); wait > 0 {
			sleep(ctx, wait)
			continue
		}
		began = time.Now()
		raw, err := b.getUpdates(ctx, offset)
		if ctx.Err() != nil {
			return nil
		}
		b.Watch.Polled(len(raw), err)
		b.sender.calledMethod("getUpdates", err)
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
	at, d := b.Now(), decoder{b.username(), b.texts}
	for i, r := range raw {
		batch[i] = d.decode(r, at)
		offset = max(offset, batch[i].Update+1)
	}
	tickets, err := b.Inbox.Apply(batch)
	if err != nil {
		return 0, fmt.Errorf("database: %w", err)
	}
	b.sender.add(tickets)
	return offset, nil
}

// pollFailed waits, or removes what stands in the way.
func (b *Bot) pollFailed(ctx context.Context, err error, retry *backoff) {
	if telegram.HasWebhook(err) && b.removeWebhook(ctx) {
		return
	}
	retry.wait(ctx)
}

// pollParams are sent every time: what is allowed is remembered by the server, and another program may have set it.
type pollParams struct {
	Offset  int64    `json:"offset,omitempty"`
	Limit   int      `json:"limit"`
	Timeout int      `json:"timeout"`
	Allowed []string `json:"allowed_updates"`
}

// getUpdates waits for updates, each as it was delivered.
func (b *Bot) getUpdates(ctx context.Context, offset int64) (raw []json.RawMessage, err error) {
	ctx, cancel := context.WithTimeout(ctx, pollTime+pollSlack)
	defer cancel()
	err = b.api.Ask(ctx, "getUpdates", pollParams{offset, pollLimit, int(pollTime / time.Second), allowedUpdates}, &raw)
	return raw, err
}
