package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// downloadMax is the largest file that is fetched, in bytes; Telegram hands out no more.
const downloadMax = 20 << 20

// check fetches a workbook, has it looked at or applied, and takes what came of it in as an event. When the program dies
// in between, the next start does it again: an import that was applied before changes nothing then.
func (d *delivery) check(ctx context.Context) error {
	c := *d.draft.Check
	data, err := d.Download(ctx, c.File.Ref)
	if v := judge(err); err != nil && v != hopeless {
		return err
	}
	bar := &progress{delivery: d, ctx: ctx, shown: time.Now()}
	examined := d.Examine(ctx, c, data, err, bar.show)
	bar.end()
	tickets, err := d.Inbox.Apply([]post.Incoming{{Event: dialog.Event{At: d.Now(), From: c.To, Input: examined}}})
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	d.sender.add(tickets)
	return nil
}

// errTooLarge is a file that is larger than it was said to be.
var errTooLarge = &APIError{Method: "download", Code: http.StatusRequestEntityTooLarge, Description: "file is too large"}

// Download fetches a file that was sent to the bot, up to 20 MiB.
func (b *Bot) Download(ctx context.Context, ref string) ([]byte, error) {
	if err := b.pace.global(ctx); err != nil {
		return nil, err
	}
	result, err := b.call("getFile", map[string]string{"file_id": ref})
	if err != nil {
		return nil, err
	}
	var file struct {
		Path string `json:"file_path"`
		Size int64  `json:"file_size"`
	}
	if err := json.Unmarshal(result, &file); err != nil {
		return nil, fmt.Errorf("getFile: %w", err)
	}
	if file.Size > downloadMax {
		return nil, errTooLarge
	}
	return b.fetch(ctx, file.Path)
}

func (b *Bot) fetch(ctx context.Context, path string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, fileTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, b.APIURL+"/file/bot"+placeholder+"/"+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := b.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, &APIError{Method: "download", Code: http.StatusBadRequest, Description: resp.Status}
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, downloadMax+1))
	if err == nil && len(data) > downloadMax {
		return nil, errTooLarge
	}
	return data, err
}

// progress is a message that shows how far a long work is. It appears only when the work takes long, and goes when the
// work is done; nothing depends on it.
type progress struct {
	*delivery
	ctx   context.Context
	shown time.Time
	id    int
}

const progressEvery = 2 * time.Second

func (p *progress) show(s dialog.Screen) {
	if time.Since(p.shown) < progressEvery {
		return
	}
	p.shown = time.Now()
	m := encode(p.draft.To, s)
	if p.id == 0 {
		p.id, _ = p.post1(p.ctx, m)
	} else {
		_ = p.edit(p.ctx, m, p.id)
	}
}

func (p *progress) end() {
	p.remove(p.ctx, post.Held{Message: p.id, At: p.Now()})
}
