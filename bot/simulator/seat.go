package simulator

import (
	"context"
	"errors"
	"slices"
	"unicode/utf8"
)

// ErrNoMessage is for messages that are not there, or not there for what was tried.
var ErrNoMessage = errors.New("simulator: no such message")

// Seat is one person in one chat: everything that a person can do there.
type Seat struct {
	s      *Server
	person int64
	chat   int64
}

// room is the chat; the lock must be held.
func (t *Seat) room() *chat { return t.s.w.Chats[t.chat] }

// Chat is the messages that the person sees now, oldest first.
func (t *Seat) Chat() []Message {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	return t.room().copy()
}

// Last is the newest message, or an empty one.
func (t *Seat) Last() Message {
	all := t.Chat()
	if len(all) == 0 {
		return Message{}
	}
	return all[len(all)-1]
}

func (c *chat) copy() []Message {
	out := make([]Message, len(c.Messages))
	for i, m := range c.Messages {
		out[i] = *m
	}
	return out
}

// Keyboard is what stands below the person's text field; nil when it is the plain one.
func (t *Seat) Keyboard() *Keyboard {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	return t.room().Keyboard
}

// Commands is the menu that the person sees.
func (t *Seat) Commands() []Command {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	return slices.Clone(t.s.menu(t.room(), t.person))
}

// Toasts are the answers to the person's taps that said something, oldest first.
func (t *Seat) Toasts() []Toast {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	var out []Toast
	for _, toast := range t.room().Toasts {
		if toast.Person == t.person && toast.Text+toast.URL != "" {
			out = append(out, toast)
		}
	}
	return out
}

// Wait returns when the chat looks as ok wants it, and asks again at every change of the chat. It never sleeps.
func (t *Seat) Wait(ctx context.Context, ok func([]Message) bool) error {
	next := func() <-chan struct{} { return t.room().change }
	return t.s.await(ctx, next, func() bool { return ok(t.Chat()) })
}

// Answer waits for the bot's answer to a tap.
func (t *Seat) Answer(ctx context.Context, queryID string) (Toast, error) {
	var answer Toast
	next := func() <-chan struct{} { return t.room().change }
	err := t.s.await(ctx, next, func() bool {
		t.s.mu.Lock()
		defer t.s.mu.Unlock()
		tap := t.s.w.Taps[queryID]
		if tap != nil {
			answer = tap.Answer
		}
		return answer.QueryID != ""
	})
	return answer, err
}

// Send sends a text as a client does: cleaned, trimmed, cut in pieces where it is too long, with its commands and links
// marked. It gives the id of the (last) message, 0 when there was nothing to send.
func (t *Seat) Send(text string) int64 { return t.Reply(0, text) }

// Reply sends a text as a reply to a message.
func (t *Seat) Reply(to int64, text string) int64 {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	var id int64
	for _, piece := range pieces(text) {
		m := styled{text: piece}.settle()
		if m.text != "" {
			id = t.say(Message{Text: m.text, Entities: m.entities, ReplyTo: t.room().message(to).quoted()})
		}
	}
	return id
}

// pieces cuts a text as clients do.
func pieces(text string) []string {
	var out []string
	for utf8.RuneCountInString(text) > maxText {
		cut := len(string([]rune(text)[:maxText]))
		out = append(out, text[:cut])
		text = text[cut:]
	}
	return append(out, text)
}
