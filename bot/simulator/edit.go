package simulator

import (
	"cmp"
	"reflect"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

const notModified = "message is not modified: specified new message content and reply markup are exactly the same as a " +
	"current content and reply markup of the message"

func editMessageText(s *world.World, q *request) (any, *wire.APIError) {
	text, preview, err := q.messageText()
	if err != nil {
		return nil, err
	}
	return edit(s, q, func(m *wire.Message) *wire.APIError {
		if m.Text == "" {
			return wire.Bad("There is no text in the message to edit")
		}
		text = settle(s, text)
		m.Edited = m.Edited || m.Text != text.Text
		m.Text, m.Entities, m.LinkPreview = text.Text, text.Entities, preview
		return cmp.Or(text.CheckText(), preview.Check())
	})
}

func editMessageReplyMarkup(s *world.World, q *request) (any, *wire.APIError) {
	return edit(s, q, func(*wire.Message) *wire.APIError { return nil })
}

// edit changes a message of the bot. Without reply_markup its buttons go.
func edit(s *world.World, q *request, change func(*wire.Message) *wire.APIError) (any, *wire.APIError) {
	marks, err := readMarkup(s, q)
	if err != nil {
		return nil, err
	}
	c, old, err := editable(s, q)
	if err != nil {
		return nil, err
	}
	m := *old
	if err := change(&m); err != nil {
		return nil, err
	}
	if err := marks.OnlyInline(); err != nil {
		return nil, err
	}
	if err := reachable(s, c); err != nil {
		return nil, err
	}
	m.Inline = marks.Inline
	if same(m, *old) {
		return nil, wire.Bad(notModified)
	}
	m.EditDate = s.Now().Unix()
	return s.Replace(c, m).Wire(), nil
}

// editable finds the message that a call wants to change. One that ever brought a keyboard cannot be changed.
func editable(s *world.World, q *request) (*world.Chat, *wire.Message, *wire.APIError) {
	id := q.messageID("message_id")
	if q.Text("chat_id") == "" && id == 0 {
		return nil, nil, inlineMessage(q)
	}
	c, err := writable(s, q.Text("chat_id"))
	if err != nil {
		return nil, nil, err
	}
	m := c.Message(id)
	if m == nil {
		return nil, nil, wire.Bad("message to edit not found")
	}
	if m.From == nil || m.From.ID != s.Me.ID || m.Keyboard != nil {
		return nil, nil, wire.Bad("Message can't be edited")
	}
	return c, m, nil
}

func same(a, b wire.Message) bool {
	return a.Text == b.Text && reflect.DeepEqual(a.Entities, b.Entities) && reflect.DeepEqual(a.Inline, b.Inline) &&
		reflect.DeepEqual(a.LinkPreview, b.LinkPreview)
}

// inlineMessage refuses messages sent in inline mode: there are none here.
func inlineMessage(q *request) *wire.APIError {
	if q.Text("inline_message_id") == "" {
		return wire.Bad("Inline message identifier is not specified")
	}
	return wire.Bad("MESSAGE_ID_INVALID")
}
