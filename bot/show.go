package bot

import (
	"encoding/json"
	"time"

	"siip-asn/bot/slot"
	"siip-asn/bot/telegram"
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// show puts a screen into its slot. Who waits for one that the server refuses is told so; what stood there before stands on.
func (c *courier) show() (post.Held, error) {
	held, err := c.place()
	waits := c.draft.Lane == dialog.Reply && c.draft.Show.Manner != dialog.Quietly && c.draft.To > 0
	if telegram.Judge(err) != telegram.Refused || !waits {
		return held, err
	}
	if _, told := c.apologize(c.bot.Unshown, err); telegram.Judge(told) != telegram.Refused {
		err = told
	}
	return post.Held{}, err
}

// place puts a screen into its slot, and gives the message that holds it now; none when nothing was sent.
func (c *courier) place() (post.Held, error) {
	p := write(c.draft.To, c.draft.Show.Screen)
	held := post.Held{Digest: p.digest(), Fixed: c.draft.Show.Screen.Fixed()}
	old, silent := c.draft.Held, c.draft.Show.Silent
	switch c.plan(held.Digest) {
	case slot.Leave:
		return post.Held{}, nil
	case slot.Change:
		held.Message, held.At = old.Message, old.At
		err := c.edit(p, old.Message)
		switch telegram.Judge(err) {
		case telegram.Missing:
			if c.draft.Show.Manner == dialog.Quietly {
				return post.Held{}, nil // the person has removed it, and it may stay removed
			}
			old = post.Held{}
		case telegram.Frozen:
			silent = true // the message takes the place of an edit, which makes no sound
		case telegram.Done:
			return held, nil
		default:
			return post.Held{}, err
		}
		if err := c.stillReady(); err != nil { // the wait for a second call may be long, and the right may be lost meanwhile
			return post.Held{}, err
		}
	}
	message, err := c.send(p, silent)
	if err != nil || message == 0 {
		return post.Held{}, err
	}
	held.Message, held.At = message, c.bot.Now()
	c.remove(old)
	return held, nil
}

// plan decides how the screen gets into its slot: slot.PlanOf, but for a ticket of an earlier process. That process may have sent
// the screen and been killed before its receipt was durable; the message that holds the slot would then be an older one, higher
// up. So the screen is sent anew at the end of the chat, where it is the newest of its kind in any case. It is still an edit when
// the slot's message is the one that was tapped: then that process would have edited it too, and sent nothing.
func (c *courier) plan(digest string) slot.Plan {
	d := c.draft
	plan := slot.PlanOf(d, digest)
	if plan != slot.Change || d.Show.Manner != dialog.Here || !c.bot.sender.left(c.permit.Ticket) {
		return plan
	}
	if known := !d.Over && d.Held.Message == d.Tapped; known {
		return slot.Change
	}
	return slot.Append
}

func (c *courier) edit(p payload, message int) error {
	return c.call("editMessageText", false, p.in(message), nil)
}

// send sends one message and gives its id; 0 when the server has taken it and does not say.
func (c *courier) send(p payload, silent bool) (int, error) {
	body := json.RawMessage(p)
	if silent {
		body = p.silent()
	}
	var sent telegram.Sent
	err := c.call("sendMessage", false, body, &sent)
	return sent.ID, err
}

// messageRef names a message to a method.
type messageRef struct {
	Chat    flow.AccountID `json:"chat_id"`
	Message int            `json:"message_id"`
}

// deletable is how long a message can be deleted; Telegram allows 48 hours.
const deletable = 47 * time.Hour

// removeTries is how often a call that removes a message is tried, at once: it has no record in the outbox and is not tried later.
const removeTries = 3

// remove deletes the message that held a slot before. One too old to be deleted loses its buttons. If that fails too, the old
// buttons stay, which does no harm: a tap on them is answered with the present state.
func (c *courier) remove(old post.Held) {
	if old.Message == 0 {
		return
	}
	if c.bot.Now().Sub(old.At) <= deletable && c.insist("deleteMessage", true, old.Message) != telegram.Frozen {
		return
	}
	if !old.Fixed {
		c.insist("editMessageReplyMarkup", false, old.Message)
	}
}

// insist tries a call on a message up to removeTries times with backoff, and gives the last verdict. The right is not judged: the
// call only takes something away from the chat.
func (c *courier) insist(method string, free bool, id int) (v telegram.Verdict) {
	retry := newBackoff()
	for range removeTries {
		if _, err := c.await(free); err != nil {
			return telegram.Again
		}
		v = telegram.Judge(c.make(method, messageRef{c.draft.To, id}, nil))
		if v != telegram.Again && v != telegram.Wait || c.ctx.Err() != nil {
			return v
		}
		retry.wait(c.ctx)
	}
	return v
}
