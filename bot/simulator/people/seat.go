package people

import (
	"context"
	"errors"
	"slices"
	"unicode/utf8"

	"siip-asn/bot/simulator/text"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// ErrNoMessage is for messages that are not there, or not there for what was tried.
var ErrNoMessage = errors.New("simulator: no such message")

// Seat is one person in one chat: everything that a person can do there.
type Seat struct {
	s      *world.World
	person int64
	chat   int64
}

// Room is the chat; the lock must be held.
func (t *Seat) Room() *world.Chat { return t.s.State.Chats[t.chat] }

// Chat is the messages that the person sees now, oldest first.
func (t *Seat) Chat() []wire.Message {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	return copy(t.Room())
}

// Last is the newest message, or an empty one.
func (t *Seat) Last() wire.Message {
	all := t.Chat()
	if len(all) == 0 {
		return wire.Message{}
	}
	return all[len(all)-1]
}

func copy(c *world.Chat) []wire.Message {
	out := make([]wire.Message, len(c.Messages))
	for i, m := range c.Messages {
		out[i] = *m
	}
	return out
}

// Keyboard is what stands below the person's text field; nil when it is the plain one.
func (t *Seat) Keyboard() *wire.Keyboard {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	return t.Room().Keyboard
}

// Commands is the menu that the person sees.
func (t *Seat) Commands() []wire.Command {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	return slices.Clone(menu(t.s, t.Room(), t.person))
}

// Toasts are the answers to the person's taps that said something, oldest first.
func (t *Seat) Toasts() []world.Toast {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	var out []world.Toast
	for _, toast := range t.Room().Toasts {
		if toast.Person == t.person && toast.Text+toast.URL != "" {
			out = append(out, toast)
		}
	}
	return out
}

// Wait returns when the chat looks as ok wants it, and asks again at every change of the chat. It never sleeps.
func (t *Seat) Wait(ctx context.Context, ok func([]wire.Message) bool) error {
	next := func() <-chan struct{} { return t.Room().Change }
	return t.s.Await(ctx, next, func() bool { return ok(t.Chat()) })
}

// Answer waits for the bot's answer to a tap.
func (t *Seat) Answer(ctx context.Context, queryID string) (world.Toast, error) {
	var answer world.Toast
	next := func() <-chan struct{} { return t.Room().Change }
	err := t.s.Await(ctx, next, func() bool {
		t.s.Mu.Lock()
		defer t.s.Mu.Unlock()
		tap := t.s.State.Taps[queryID]
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
func (t *Seat) Reply(to int64, words string) int64 {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	var id int64
	for _, piece := range pieces(words) {
		m := text.Styled{Text: piece}.Settle()
		if m.Text != "" {
			id = t.say(wire.Message{Text: m.Text, Entities: m.Entities, ReplyTo: t.Room().Message(to).Quoted()})
		}
	}
	return id
}

// pieces cuts a text as clients do.
func pieces(words string) []string {
	var out []string
	for utf8.RuneCountInString(words) > text.MaxText {
		cut := len(string([]rune(words)[:text.MaxText]))
		out = append(out, words[:cut])
		words = words[cut:]
	}
	return append(out, words)
}
