package bot

import (
	"context"
	"time"
)

// webhookRest is the least time between two removals of a webhook. If it is set again within that time, another program runs with
// the same token, and removing it in turns would help neither: the log tells the operator.
const webhookRest = 10 * time.Minute

// removeWebhook removes what another program has left behind: as long as it is there, no poll is answered. The updates that
// wait for it are kept, and come with the next poll.
func (b *Bot) removeWebhook(ctx context.Context) bool {
	if !b.webhook.IsZero() && time.Since(b.webhook) < webhookRest {
		return false
	}
	b.webhook = time.Now()
	err := b.method(ctx, "deleteWebhook", struct {
		Drop bool `json:"drop_pending_updates"`
	}{}, nil)
	if err != nil {
		b.Log.Warn("another program has set a webhook for this bot, and it cannot be removed", "error", err)
		return false
	}
	b.Log.Warn("a webhook that another program had set for this bot was removed; what waited for it is kept")
	return true
}
