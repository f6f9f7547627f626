package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"siip-asn/bot/scheduler"
	"siip-asn/bot/telegram"
	"siip-asn/flow"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
	"siip-asn/flow/spelling"
)

// courier makes the calls for one ticket.
type courier struct {
	bot    *Bot
	ctx    context.Context // ends when the program is to stop: no more call is begun then, one that was begun goes on
	permit scheduler.Permit
	draft  post.Draft
	paid   bool // the permit pays for the first call
}

// deliver makes the calls for what the ticket stands for. Its error is that of a call.
func (c *courier) deliver() (post.Receipt, error) {
	receipt := post.Receipt{ID: c.draft.ID, To: c.draft.To}
	var err error
	switch o := c.draft; {
	case o.Answer != nil:
		err = c.answer()
	case o.SetCommands != nil:
		if err = c.methodTurn(setCommandsMethod); err == nil {
			err = c.bot.setCommands(c.ctx, o.To, o.SetCommands.Commands)
		}
	case o.Check != nil:
		err = c.check()
	case o.React != nil:
		err = c.react()
	case o.Send != nil:
		receipt.Held.Message, err = c.report()
	case o.Show != nil:
		receipt.Slot = o.Show.Slot
		receipt.Held, err = c.show()
	}
	return receipt, err
}

// errWithdrawn ends a ticket whose screen, file or answer is not to be sent any more: a later one has taken its place, or the
// person may no longer have it. The outbox has noted that already.
var errWithdrawn = errors.New("not to be sent any more")

// await waits until one more call may be made. free ones put nothing into the chat.
func (c *courier) await(free bool) (waited bool, err error) {
	paid := c.paid && !free
	if paid {
		c.paid = false
	}
	return c.bot.sender.turn(c.ctx, c.permit, free || paid)
}

// turn is await for what shows something to the person: what had to wait is judged again, since he may have lost the right
// to it meanwhile.
func (c *courier) turn(free bool) error {
	waited, err := c.await(free)
	if err != nil || !waited {
		return err
	}
	return c.judge()
}

// stillReady waits until the next message may go, and judges it: while a report is made, between its parts, and after an edit
// that was refused, somebody may lose the right to it.
func (c *courier) stillReady() error {
	if _, err := c.await(false); err != nil {
		return err
	}
	c.paid = true
	return c.judge()
}

// judge asks the outbox once more, as the sender has before the first call.
func (c *courier) judge() error {
	draft, ready, err := c.bot.Outbox.Ready(c.permit.Ticket)
	switch {
	case err != nil:
		err = fmt.Errorf("outbox: %w", err)
		c.bot.sender.fail(err)
		return err
	case !ready:
		return errWithdrawn
	}
	if c.draft.Answer != nil {
		c.draft.Answer = draft.Answer // the person may have lost the right to the text: then the answer is empty now
	}
	return nil
}

// call makes a call into the chat when its turn has come.
func (c *courier) call(method string, free bool, params, result any) error {
	if err := c.turn(free); err != nil {
		return err
	}
	return c.make(method, params, result)
}

// make makes a call into the chat.
func (c *courier) make(method string, params, result any) error {
	began := time.Now()
	err := c.bot.api.Call(context.WithoutCancel(c.ctx), method, params, result)
	c.bot.sender.called(c.permit, err, time.Since(began))
	return fault(err)
}

// fault is nil when a call has done what it was for, also by a refusal that says so (telegram.Done); else err.
func fault(err error) error {
	if telegram.Judge(err) == telegram.Done {
		return nil
	}
	return err
}

// tapAnswer is what answerCallbackQuery takes.
type tapAnswer struct {
	ID    string `json:"callback_query_id"`
	Text  string `json:"text,omitempty"`
	Alert bool   `json:"show_alert,omitempty"`
}

// answer answers a tap, which ends the spinner on its button. It is tried however late it is: how long the server takes an answer
// is not promised, and a refusal does no harm.
func (c *courier) answer() error {
	const method = "answerCallbackQuery"
	if err := c.methodTurn(method); err != nil {
		return err
	}
	a := c.draft.Answer
	return c.bot.method(c.ctx, method, tapAnswer{c.draft.Tap, spelling.Clip(a.Text, ui.ToastMax), a.Alert}, nil)
}

// reaction is what setMessageReaction takes.
type reaction struct {
	Chat    flow.AccountID `json:"chat_id"`
	Message int            `json:"message_id"`
	List    []emoji        `json:"reaction"`
}

type emoji struct {
	Type  string `json:"type"`
	Emoji string `json:"emoji"`
}

// react puts an emoji to a message of the person. It is no loss when that is refused: the message may be gone.
func (c *courier) react() error {
	o := c.draft
	err := c.call("setMessageReaction", true, reaction{o.To, o.Tapped, []emoji{{"emoji", o.React.Emoji}}}, nil)
	switch telegram.Judge(err) {
	case telegram.Missing, telegram.Frozen, telegram.Refused:
		return nil
	default:
		return err
	}
}

// methodTurn is turn for a method that puts nothing into a chat.
func (c *courier) methodTurn(method string) error {
	waited, err := c.bot.awaitMethod(c.ctx, method)
	if err != nil || !waited {
		return err
	}
	return c.judge()
}

// method makes a call that puts nothing into a chat, as soon as the server lets it be made.
func (b *Bot) method(ctx context.Context, method string, params, result any) error {
	if _, err := b.awaitMethod(ctx, method); err != nil {
		return err
	}
	err := b.api.Call(context.WithoutCancel(ctx), method, params, result)
	b.sender.calledMethod(method, err)
	return fault(err)
}

// awaitMethod waits until the server lets a method be called that puts nothing into a chat, or until ctx ends.
func (b *Bot) awaitMethod(ctx context.Context, method string) (waited bool, err error) {
	for wait := b.sender.methodWait(method); wait > 0; wait = b.sender.methodWait(method) {
		if sleep(ctx, wait); ctx.Err() != nil {
			return true, ctx.Err()
		}
		waited = true
	}
	return waited, nil
}
