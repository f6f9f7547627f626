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
)

// allowedUpdates are the kinds of updates that decode understands.
var allowedUpdates = []string{"message", "edited_message", "callback_query", "my_chat_member"}

// Decode makes an event of an update that was delivered long ago: it has no id any more, so that
// it is not skipped, and its tap cannot be answered.
func Decode(raw []byte, at time.Time) post.Incoming {
	in := decode(raw, "", at)
	in.Update, in.Mark, in.Tap = 0, "", ""
	return in
}

// decode makes an event of one update as it was delivered. An update that telebot's types do not fit becomes one with
// Poison, so that it holds up nothing; one that is nobody's business has no Input.
func decode(raw json.RawMessage, me string, at time.Time) post.Incoming {
	in := post.Incoming{Raw: raw, Event: dialog.Event{At: at}}
	var head struct {
		ID int64 `json:"update_id"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		in.Poison = err
		return in
	}
	in.Update = head.ID
	var u tele.Update
	if err := json.Unmarshal(raw, &u); err != nil {
		in.Poison = fmt.Errorf("update %d: %w", head.ID, err)
		decodeSender(raw, &in)
		return in
	}
	switch {
	case u.Callback != nil:
		decodeTap(u.Callback, &in)
	case u.Message != nil:
		decodeMessage(u.Message, me, &in)
	case u.EditedMessage != nil:
		decodeEdited(u.EditedMessage, &in)
	case u.MyChatMember != nil:
		decodeMembership(u.MyChatMember, &in)
	}
	return in
}

// decodeSender reads no more than who is to be told that his update could not be read.
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

func decodeTap(c *tele.Callback, in *post.Incoming) {
	if c.Sender == nil {
		return
	}
	in.Tap, in.Mark = c.ID, mark("tap", c.ID, c.Sender.ID, c.Data)
	in.Event.From = flow.AccountID(c.Sender.ID)
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
func fromPerson(m *tele.Message) bool {
	return m.Sender != nil && !m.Sender.IsBot && m.Chat != nil &&
		(m.Chat.Type == tele.ChatPrivate || m.Chat.Type == tele.ChatGroup || m.Chat.Type == tele.ChatSuperGroup)
}

func decodeMessage(m *tele.Message, me string, in *post.Incoming) {
	if !fromPerson(m) {
		return
	}
	in.Event.From, in.Message = flow.AccountID(m.Sender.ID), m.ID
	in.Mark = mark("message", m.Chat.ID, m.ID, m.Unixtime)
	decodeChat(m.Chat, in)
	in.Event.Input = decodeContent(m, me)
}

func decodeContent(m *tele.Message, me string) dialog.Input {
	switch {
	case m.Text != "":
		return decodeText(m.Text, me)
	case m.Contact != nil:
		return dialog.Contact{Phone: m.Contact.PhoneNumber, Own: m.Contact.UserID == m.Sender.ID}
	case m.Document != nil:
		return dialog.File{Ref: m.Document.FileID, Name: fileName(m.Document.FileName), Size: m.Document.FileSize}
	case m.IsService() || m.PinnedMessage != nil:
		return nil
	default:
		return dialog.Other{}
	}
}

// nameMax is how many characters of a file's name are kept.
const nameMax = 100

// fileName is the name of a file that somebody has sent, as it may be shown and given to a file again: one line, of what can
// be seen, without the marks that part folders. Its end stays, with the ending.
func fileName(s string) string {
	name := []rune(strings.Map(noFolder, flow.Tidy(s)))
	return string(name[max(0, len(name)-nameMax):])
}

func noFolder(r rune) rune {
	if strings.ContainsRune(`/\:*?"<>|`, r) {
		return '_'
	}
	return r
}

var commandPattern = regexp.MustCompile(`(?s)^/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+(.*))?$`)

// decodeText tells a command from a text. One for another bot is nobody's business.
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

func decodeEdited(m *tele.Message, in *post.Incoming) {
	if !fromPerson(m) || m.Chat.Type != tele.ChatPrivate {
		return
	}
	in.Event.From, in.Event.Input = flow.AccountID(m.Sender.ID), dialog.Edited{}
}

// decodeMembership tells that a person has blocked the bot, or opened it again.
func decodeMembership(c *tele.ChatMemberUpdate, in *post.Incoming) {
	if c.Chat == nil || c.Chat.Type != tele.ChatPrivate || c.NewChatMember == nil {
		return
	}
	in.Event.From = flow.AccountID(c.Chat.ID)
	in.Event.Input = dialog.Blocked{Yes: c.NewChatMember.Role == tele.Kicked || c.NewChatMember.Role == tele.Left}
}
