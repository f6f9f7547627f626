package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"runtime/debug"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// delivery is one thing on its way out.
type delivery struct {
	*Bot
	draft post.Draft
	paid  bool // the sender has waited for the turn of the first call already
}

// turn waits until one more message may go into the chat.
func (d *delivery) turn(ctx context.Context) error {
	paid := d.paid
	d.paid = false
	switch {
	case !paid:
		return d.pace.chat(ctx, d.draft.To)
	case d.pace.pausedFor(time.Now()) > 0: // since the sender has waited: a report takes a while to make
		return d.pace.global(ctx)
	}
	return nil
}

// deliver makes the calls for what a ticket stands for. Its error is that of a call.
func (d *delivery) deliver(ctx context.Context) (post.Receipt, error) {
	receipt := post.Receipt{ID: d.draft.ID, To: d.draft.To}
	switch o := d.draft; {
	case o.Answer != nil:
		return receipt, d.answer(ctx)
	case o.SetCommands != nil:
		if err := d.turn(ctx); err != nil {
			return receipt, err
		}
		return receipt, d.setCommands(o.To, o.SetCommands.Commands)
	case o.Check != nil:
		return receipt, d.check(ctx)
	case o.Send != nil:
		message, err := d.report(ctx)
		var broken *renderError
		if errors.As(err, &broken) {
			message, err = d.apologize(ctx, broken)
		}
		receipt.Held.Message = message
		return receipt, err
	case o.Show != nil:
		held, err := d.show(ctx)
		receipt.Slot, receipt.Held = o.Show.Slot, held
		return receipt, err
	default:
		return receipt, nil
	}
}

// tapAnswer is what answerCallbackQuery takes.
type tapAnswer struct {
	ID    string `json:"callback_query_id"`
	Text  string `json:"text,omitempty"`
	Alert bool   `json:"show_alert,omitempty"`
}

// answer ends the waiting of a tap. It is tried however late it is: the server knows best whether somebody still waits.
func (d *delivery) answer(ctx context.Context) error {
	if err := d.turn(ctx); err != nil {
		return err
	}
	a := d.draft.Answer
	_, err := d.call("answerCallbackQuery", tapAnswer{d.draft.Tap, flow.Clip(a.Text, dialog.ToastMax), a.Alert})
	return err
}

// show puts a screen into its slot, and gives the message that holds it now; none when nothing was sent.
func (d *delivery) show(ctx context.Context) (post.Held, error) {
	m := encode(d.draft.To, d.draft.Show.Screen)
	held := post.Held{Digest: digestOf(m), Fixed: d.draft.Show.Screen.Fixed()}
	switch d.draft.Plan(held.Digest) {
	case post.Leave:
		return post.Held{}, nil
	case post.Change:
		held.Message, held.At = d.draft.Held.Message, d.draft.Held.At
		err := d.edit(ctx, m, held.Message)
		if judge(err) != replaced {
			return held, err
		}
		if d.draft.Show.Manner == dialog.Quietly {
			return post.Held{}, nil // the person has removed it
		}
	}
	message, err := d.post1(ctx, m)
	if err != nil {
		return post.Held{}, err
	}
	held.Message, held.At = message, d.Now()
	d.remove(ctx, d.draft.Held)
	return held, nil
}

func digestOf(m message) string {
	b, _ := json.Marshal(m) // a struct of texts and numbers
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}

func (d *delivery) edit(ctx context.Context, m message, id int) error {
	if err := d.turn(ctx); err != nil {
		return err
	}
	m.ID = id
	_, err := d.call("editMessageText", m)
	return err
}

// post1 sends one message and gives its id.
func (d *delivery) post1(ctx context.Context, m message) (int, error) {
	if err := d.turn(ctx); err != nil {
		return 0, err
	}
	result, err := d.call("sendMessage", m)
	if err != nil {
		return 0, err
	}
	return messageID(result)
}

func messageID(result json.RawMessage) (int, error) {
	var m struct {
		ID int `json:"message_id"`
	}
	if err := json.Unmarshal(result, &m); err != nil || m.ID == 0 {
		return 0, fmt.Errorf("no message in the answer: %w", err)
	}
	return m.ID, nil
}

// messageRef names a message to a method.
type messageRef struct {
	Chat    flow.AccountID `json:"chat_id"`
	Message int            `json:"message_id"`
}

// deletable is how long a message can be deleted; Telegram allows 48 hours.
const deletable = 47 * time.Hour

// removeTries is how often a message is tried to be removed: nobody comes back to it later.
const removeTries = 3

// remove takes away the message that held a slot before. One too old for that loses its buttons; whatever else goes
// wrong leaves buttons that answer with the present state.
func (d *delivery) remove(ctx context.Context, old post.Held) {
	method := "deleteMessage"
	if d.Now().Sub(old.At) > deletable {
		method = "editMessageReplyMarkup"
	}
	if old.Message == 0 || old.Fixed && method != "deleteMessage" {
		return
	}
	retry := newBackoff()
	for range removeTries {
		if d.pace.global(ctx) != nil {
			return
		}
		_, err := d.call(method, messageRef{d.draft.To, old.Message})
		if v := judge(err); v != again && v != wait {
			return
		}
		retry.wait(ctx)
	}
}

// report makes a report and sends its parts, and gives the last message. What went out is not sent again by a later try, nor
// by the next process.
func (d *delivery) report(ctx context.Context) (message int, err error) {
	d.uploading(ctx)
	var parts []Part
	err = unpanicked(func() (err error) {
		parts, err = d.Render(ctx, d.draft.Send.Laporan)
		return err
	})
	switch {
	case err != nil && fromOutside(err):
		return 0, err
	case err != nil:
		return 0, &renderError{err}
	}
	for n := d.draft.Parts; n < len(parts); n++ {
		if message, err = d.part(ctx, parts[n]); err != nil {
			return 0, err
		}
		if n+1 == len(parts) {
			break // the last one is settled with the whole
		}
		d.Outbox.Note(post.Receipt{ID: d.draft.ID, To: d.draft.To, At: d.Now(), Parts: n + 1})
	}
	return message, nil
}

// apologize tells the person that no report is coming; why, is for the operator.
func (d *delivery) apologize(ctx context.Context, why *renderError) (int, error) {
	if message, err := d.post1(ctx, encode(d.draft.To, d.Sorry)); err != nil {
		return message, err
	}
	return 0, why
}

// unpanicked makes an error of a panic: a report that cannot be made must not end the bot.
func unpanicked(work func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return work()
}

// fromOutside tells whether a report waits for the network: some of them need a file that a person has sent.
func fromOutside(err error) bool {
	var line *url.Error
	var refusal *APIError
	return (errors.As(err, &line) || errors.As(err, &refusal)) && judge(err) != hopeless
}

// renderError says that a report could not be made.
type renderError struct{ error }

func (e *renderError) Unwrap() error { return e.error }

func (d *delivery) part(ctx context.Context, p Part) (int, error) {
	if p.Name == "" {
		return d.post1(ctx, encode(d.draft.To, p.Screen))
	}
	if err := d.turn(ctx); err != nil {
		return 0, err
	}
	result, err := d.sendFile(ctx, d.draft.To, p)
	if err != nil {
		return 0, err
	}
	return messageID(result)
}

// uploading lets the person see that a file is coming. It does not matter when it fails.
func (d *delivery) uploading(ctx context.Context) {
	if d.pace.global(ctx) != nil {
		return
	}
	_, _ = d.call("sendChatAction", struct {
		Chat   flow.AccountID `json:"chat_id"`
		Action string         `json:"action"`
	}{d.draft.To, "upload_document"})
}
