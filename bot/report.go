package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"time"

	"siip-asn/bot/telegram"
	"siip-asn/flow"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
)

// Part is a piece of a report: a screen, or a file.
type Part struct {
	Screen  ui.Screen // of a file: its caption, which may be empty
	Name    string    // of the file; empty for a screen
	Picture bool      // the file is shown in the chat
	Write   func(io.Writer) error
	Sent    func() error // makes true what a part says once it lies in the chat; nil: nothing is left to do. It may come twice
}

// renderError says that a report could not be made, or that it or a screen is not taken: the person was told.
type renderError struct{ error }

func (e *renderError) Unwrap() error { return e.error }

// report makes a report and sends its parts, and gives the last message. A person whose report cannot be made, or is not taken,
// is told so.
func (c *courier) report() (message int, err error) {
	if why := c.bot.sender.lostFor(c.draft.ID); why != nil {
		return c.apologize(c.bot.Sorry, why)
	}
	message, err = c.makeReport()
	var broken *renderError
	var unwritten *telegram.WriteError
	switch {
	case err == nil || c.ctx.Err() != nil: // a stop is no fault of the report: the next start makes it
		return message, err
	case errors.As(err, &broken), errors.As(err, &unwritten), telegram.Judge(err) == telegram.Refused:
		return c.apologize(c.bot.Sorry, err)
	default:
		return message, err
	}
}

// makeReport sends what was not sent yet: what went out is not sent again by a later try, nor by the next process.
func (c *courier) makeReport() (message int, err error) {
	c.uploading()
	parts, err := c.render()
	if err != nil {
		return 0, err
	}
	for n := c.draft.Parts; n < len(parts); n++ {
		if err := c.stillReady(); err != nil {
			return 0, err
		}
		if message, err = c.part(parts[n], c.draft.Send.Silent || n > 0); err != nil {
			return 0, err
		}
		if err := c.sent(parts[n]); err != nil {
			return 0, err
		}
		if n+1 < len(parts) { // the last one is noted with the whole
			c.bot.Outbox.Note(post.Receipt{ID: c.draft.ID, To: c.draft.To, At: c.bot.Now(), Parts: n + 1})
		}
	}
	return message, nil
}

// sent does what is left to do when a part lies in the chat.
func (c *courier) sent(p Part) error {
	if p.Sent == nil {
		return nil
	}
	if err := p.Sent(); err != nil {
		err = fmt.Errorf("database: %w", err)
		c.bot.sender.fail(err)
		return err
	}
	return nil
}

func (c *courier) render() (parts []Part, err error) {
	err = unpanicked(func() (err error) {
		parts, err = c.bot.Render(c.ctx, c.draft.Send.Laporan)
		return err
	})
	switch {
	case err == nil, c.ctx.Err() != nil:
		return parts, err
	case telegram.Outside(err) && telegram.Judge(err) != telegram.Refused:
		return nil, err // some reports need a file that a person has sent
	default:
		return nil, &renderError{err}
	}
}

// apologize tells the person that what he waits for is not coming; why, is for the operator.
func (c *courier) apologize(words ui.Screen, why error) (int, error) {
	if _, err := c.send(write(c.draft.To, words), false); err != nil {
		return 0, err
	}
	return 0, &renderError{why}
}

// unpanicked runs work and makes an error of a panic: a report that cannot be made must not end the bot.
func unpanicked(work func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return work()
}

// part sends a part of a report. Only the first one rings.
func (c *courier) part(p Part, silent bool) (int, error) {
	if p.Name == "" {
		return c.send(write(c.draft.To, p.Screen), silent)
	}
	if err := c.turn(false); err != nil {
		return 0, err
	}
	var sent telegram.Sent
	began := time.Now()
	err := c.bot.api.Upload(context.WithoutCancel(c.ctx), c.file(p, silent), &sent)
	c.bot.sender.called(c.permit, err, time.Since(began))
	return sent.ID, fault(err)
}

// file is a part as it is uploaded.
func (c *courier) file(p Part, silent bool) telegram.File {
	f := telegram.File{
		Method: "sendDocument", Kind: "document", Name: p.Name, Fields: [][2]string{{"chat_id", fmt.Sprint(int64(c.draft.To))}},
		Write: func(w io.Writer) error { return unpanicked(func() error { return p.Write(w) }) },
	}
	if silent {
		f.Fields = append(f.Fields, [2]string{"disable_notification", "true"})
	}
	if p.Picture {
		f.Method, f.Kind = "sendPhoto", "photo"
	}
	if len(p.Screen.Text) > 0 {
		f.Fields = append(f.Fields, [2]string{"caption", encodeText(p.Screen.Text)}, [2]string{"parse_mode", "HTML"})
	}
	return f
}

// uploading lets the person see that a file is coming. It does not matter when it fails.
func (c *courier) uploading() {
	_ = c.call("sendChatAction", true, struct {
		Chat   flow.AccountID `json:"chat_id"`
		Action string         `json:"action"`
	}{c.draft.To, "upload_document"}, nil)
}
