package bot

import (
	"context"
	"time"

	"siip-asn/bot/scheduler"
	"siip-asn/bot/telegram"
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// courier makes the calls for one ticket.
type courier struct {
	*Bot
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
		err = c.setCommands(c.ctx, o.To, o.SetCommands.Commands)
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

// turn waits until one more call may be made. free ones put nothing into the chat.
func (c *courier) turn(free bool) error {
	paid := c.paid && !free
	if paid {
		c.paid = false
	}
	return c.sender.turn(c.ctx, c.permit, free || paid)
}

// call makes a call into the chat when its turn has come.
func (c *courier) call(method string, free bool, params, result any) error {
	if err := c.turn(free); err != nil {
		return err
	}
	began := time.Now()
	err := c.api.Call(context.WithoutCancel(c.ctx), method, params, result)
	c.sender.called(c.permit, err, time.Since(began))
	return fault(err)
}

// fault is an error that leaves something to be done.
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

// answer ends the waiting of a tap. It is tried however late it is: the server knows best whether somebody still waits.
func (c *courier) answer() error {
	a := c.draft.Answer
	return c.method(c.ctx, "answerCallbackQuery", tapAnswer{c.draft.Tap, flow.Clip(a.Text, dialog.ToastMax), a.Alert}, nil)
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

// method makes a call that puts nothing into a chat, as soon as the server lets it be made.
func (b *Bot) method(ctx context.Context, method string, params, result any) error {
	if err := b.awaitMethod(ctx, method); err != nil {
		return err
	}
	err := b.api.Call(context.WithoutCancel(ctx), method, params, result)
	b.sender.calledMethod(method, err)
	return fault(err)
}

// awaitMethod waits until the server lets a method be called that puts nothing into a chat, or until ctx ends.
func (b *Bot) awaitMethod(ctx context.Context, method string) error {
	for wait := b.sender.methodWait(method); wait > 0; wait = b.sender.methodWait(method) {
		if sleep(ctx, wait); ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}
