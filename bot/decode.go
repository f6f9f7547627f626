package bot

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"time"

	tele "gopkg.in/telebot.v3"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
	"siip-asn/flow/spelling"
)

// allowedUpdates are the kinds of updates that decode understands.
var allowedUpdates = []string{"message", "edited_message", "callback_query", "my_chat_member"}

// Decode makes an event of an update that was delivered long ago: it has no id any more, so that
// it is not skipped, and its tap cannot be answered. A typed text has lost the question that it was for, and answers none:
// it is something that was sent.
func Decode(raw []byte, at time.Time) post.Incoming {
	in := decoder{texts: newTexts()}.decode(raw, at)
	in.Update, in.Mark, in.Tap = 0, "", ""
	if _, typed := in.Event.Input.(dialog.Text); typed {
		in.Event.Input = dialog.Other{}
	}
	return in
}

// decoder makes events of updates.
type decoder struct {
	me    string // the bot's name; empty while it is not known
	texts *texts
}

// decode makes an event of one update as it was delivered. An update that cannot be decoded becomes one with Poison, which the
// store sets aside as a dead letter, so that it does not block the updates behind it; one that the bot does not react to has no
// Input.
func (d decoder) decode(raw json.RawMessage, at time.Time) post.Incoming {
	in := post.Incoming{Raw: raw, Event: dialog.Event{At: at}}
	var u update
	if err := json.Unmarshal(raw, &u); err != nil {
		in.Poison = err
		var head struct {
			ID int64 `json:"update_id"`
		}
		if json.Unmarshal(raw, &head) == nil {
			in.Update, in.Poison = head.ID, fmt.Errorf("update %d: %w", head.ID, err)
			decodeSender(raw, &in)
		}
		return in
	}
	in.Update = u.ID
	switch {
	case u.Callback != nil:
		decodeTap(u.Callback, &in)
	case u.Message != nil:
		d.message(u.Message, &in)
	case u.Edited != nil:
		d.edited(u.Edited, &in)
	case u.Member != nil:
		decodeMembership(u.Member, &in)
	}
	return in
}

// decodeSender reads only who has sent an update that could not be read, so that he can be told.
func decodeSender(raw json.RawMessage, in *post.Incoming) {
	type party struct {
		ID int64 `json:"id"`
	}
	var u struct {
		Message struct {
			From, Chat party
		} `json:"message"`
		Callback struct {
			ID   string `json:"id"`
			From party  `json:"from"`
		} `json:"callback_query"`
	}
	_ = json.Unmarshal(raw, &u) // what cannot be read stays zero
	if u.Message.From.ID == u.Message.Chat.ID {
		in.Event.From = flow.AccountID(u.Message.From.ID)
	}
	if u.Callback.ID != "" {
		in.Event.From, in.Tap = flow.AccountID(u.Callback.From.ID), u.Callback.ID
	}
}

func decodeTap(c *tapped, in *post.Incoming) {
	if c.From == nil {
		return
	}
	in.Tap, in.Mark = c.ID, mark("tap", c.ID, c.From.ID, c.Data)
	in.Event.From = flow.AccountID(c.From.ID)
	if c.Message != nil {
		in.Message = c.Message.ID
		decodeChat(c.Message.Chat, in)
	}
	b, _ := decodeButton(c.Data) // a forged button is the zero one, which does nothing
	in.Event.Input = dialog.Tap{Button: b}
}

// decodeChat notes the group, if it is one.
func decodeChat(chat *tele.Chat, in *post.Incoming) {
	if chat != nil && chat.Type != tele.ChatPrivate {
		in.Event.Group = flow.AccountID(chat.ID)
	}
}

// fromPerson tells whether a message is for the bot at all: written by a person, in a chat or a group.
func (m *written) fromPerson() bool {
	return m.From != nil && !m.From.IsBot && m.Chat != nil &&
		(m.Chat.Type == tele.ChatPrivate || m.Chat.Type == tele.ChatGroup || m.Chat.Type == tele.ChatSuperGroup)
}

func (d decoder) message(m *written, in *post.Incoming) {
	if !m.fromPerson() {
		return
	}
	in.Event.From, in.Message = flow.AccountID(m.From.ID), m.ID
	in.Mark = mark("message", m.Chat.ID, m.ID, m.Date)
	decodeChat(m.Chat, in)
	if m.Text != "" && in.Event.Group == 0 {
		d.texts.changed(in.Event.From, m.ID, m.Text)
	}
	in.Event.Input = d.content(m)
}

// content is what somebody has written; nil when nobody has.
func (d decoder) content(m *written) dialog.Input {
	switch {
	case m.Text != "":
		return decodeText(m.Text, d.me)
	case m.Contact != nil:
		return dialog.Contact{Phone: m.Contact.PhoneNumber, Own: m.Contact.UserID == m.From.ID}
	case m.Document != nil:
		return dialog.File{Ref: m.Document.FileID, Name: fileName(m.Document.FileName), Size: m.Document.FileSize}
	case m.Location != nil && m.Location.Live == 0, m.others.any():
		return dialog.Other{}
	default:
		return nil
	}
}

// nameMax is how many characters of a file's name are kept.
const nameMax = 100

// fileName is the name of a file that somebody has sent, as it may be shown and given to a file again: one line, of what can
// be seen, without the marks that part folders. Its end stays, with the ending.
func fileName(s string) string {
	name := []rune(strings.Map(noFolder, spelling.Tidy(s)))
	return string(name[max(0, len(name)-nameMax):])
}

func noFolder(r rune) rune {
	if strings.ContainsRune(`/\:*?"<>|`, r) {
		return '_'
	}
	return r
}

var commandPattern = regexp.MustCompile(`(?s)^/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+(.*))?$`)

// decodeText tells a command from a text; nil for a command that names another bot.
func decodeText(text, me string) dialog.Input {
	m := commandPattern.FindStringSubmatch(text)
	switch {
	case m == nil:
		return dialog.Text{Body: text}
	case m[2] != "" && me != "" && !strings.EqualFold(m[2], me):
		return nil
	default:
		return dialog.Command{Name: strings.ToLower(m[1]), Argument: strings.TrimSpace(m[3])}
	}
}

// edited makes an event of an edit that has changed a text. Other edits, and those that have changed nothing, get no Input: nobody
// is told of them.
func (d decoder) edited(m *written, in *post.Incoming) {
	if !m.fromPerson() || m.Chat.Type != tele.ChatPrivate || m.Text == "" {
		return
	}
	in.Event.From = flow.AccountID(m.From.ID)
	if d.texts.changed(in.Event.From, m.ID, m.Text) {
		in.Event.Input = dialog.Edited{}
	}
}

// decodeMembership tells that a person has blocked the bot, or opened it again.
func decodeMembership(c *tele.ChatMemberUpdate, in *post.Incoming) {
	if c.Chat == nil || c.Chat.Type != tele.ChatPrivate || c.NewChatMember == nil {
		return
	}
	in.Event.From = flow.AccountID(c.Chat.ID)
	in.Event.Input = dialog.Blocked{Yes: c.NewChatMember.Role == tele.Kicked || c.NewChatMember.Role == tele.Left}
}
