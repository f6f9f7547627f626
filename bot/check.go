package bot

import (
	"context"
	"fmt"

	"siip-asn/bot/telegram"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// downloadMax is the largest file that is fetched, in bytes; Telegram hands out no more.
const downloadMax = 20 << 20

// check fetches a workbook, has it examined or applied, and applies the outcome as an event of its own, also that it could not be
// fetched. It is done at least once: killed before the outcome is durable, the next start does it again, which is safe because
// an import that was applied already changes nothing.
func (c *courier) check() error {
	check := *c.draft.Check
	data, problem := []byte(nil), c.bot.sender.lostFor(c.draft.ID)
	if problem == nil {
		data, problem = c.bot.Download(c.ctx, check.File.Ref)
		if problem != nil && telegram.Judge(problem) != telegram.Refused {
			return problem // it may pass: the ticket is tried again
		}
	}
	bar := newProgress(c)
	examined := c.bot.Examine(c.ctx, check, data, problem, bar.show)
	bar.end()
	if err := c.ctx.Err(); err != nil && examined.Problem != "" {
		return err // the program stops: the ticket stays in the outbox, and the next start does it
	}
	tickets, err := c.bot.Inbox.Apply([]post.Incoming{{Event: dialog.Event{At: c.bot.Now(), From: check.To, Input: examined}}})
	if err != nil {
		err = fmt.Errorf("database: %w", err)
		c.bot.sender.fail(err)
		return err
	}
	c.bot.sender.add(tickets)
	return nil
}

// Download fetches a file that was sent to the bot, up to 20 MiB.
func (b *Bot) Download(ctx context.Context, ref string) ([]byte, error) {
	if _, err := b.awaitMethod(ctx, "getFile"); err != nil {
		return nil, err
	}
	data, err := b.api.Download(context.WithoutCancel(ctx), ref, downloadMax)
	b.sender.calledMethod("getFile", err)
	return data, err
}
