package simulator

import (
	"cmp"
	"reflect"
)

const notModified = "message is not modified: specified new message content and reply markup are exactly the same as a " +
	"current content and reply markup of the message"

func (s *Server) editMessageText(q *request) (any, *apiError) {
	text, preview, err := q.messageText()
	if err != nil {
		return nil, err
	}
	return s.edit(q, func(m *Message) *apiError {
		if m.Text == "" {
			return bad("There is no text in the message to edit")
		}
		text = s.settle(text)
		m.Edited = m.Edited || m.Text != text.text
		m.Text, m.Entities, m.LinkPreview = text.text, text.entities, preview
		return cmp.Or(text.checkText(), preview.check())
	})
}

func (s *Server) editMessageReplyMarkup(q *request) (any, *apiError) {
	return s.edit(q, func(*Message) *apiError { return nil })
}

// edit changes a message of the bot. Without reply_markup its buttons go.
func (s *Server) edit(q *request, change func(*Message) *apiError) (any, *apiError) {
	marks, err := s.readMarkup(q)
	if err != nil {
		return nil, err
	}
	c, old, err := s.editable(q)
	if err != nil {
		return nil, err
	}
	m := *old
	if err := change(&m); err != nil {
		return nil, err
	}
	if err := marks.onlyInline(); err != nil {
		return nil, err
	}
	if err := s.reachable(c); err != nil {
		return nil, err
	}
	m.Inline = marks.inline
	if same(m, *old) {
		return nil, bad(notModified)
	}
	m.EditDate = s.now().Unix()
	return s.replace(c, m).wire(), nil
}

// editable finds the message that a call wants to change. One that ever brought a keyboard cannot be changed.
func (s *Server) editable(q *request) (*chat, *Message, *apiError) {
	id := q.messageID("message_id")
	if q.text("chat_id") == "" && id == 0 {
		return nil, nil, inlineMessage(q)
	}
	c, err := s.writable(q.text("chat_id"))
	if err != nil {
		return nil, nil, err
	}
	m := c.message(id)
	if m == nil {
		return nil, nil, bad("message to edit not found")
	}
	if m.From == nil || m.From.ID != s.me.ID || m.Keyboard != nil {
		return nil, nil, bad("Message can't be edited")
	}
	return c, m, nil
}

func same(a, b Message) bool {
	return a.Text == b.Text && reflect.DeepEqual(a.Entities, b.Entities) && reflect.DeepEqual(a.Inline, b.Inline) &&
		reflect.DeepEqual(a.LinkPreview, b.LinkPreview)
}

// inlineMessage refuses messages sent in inline mode: there are none here.
func inlineMessage(q *request) *apiError {
	if q.text("inline_message_id") == "" {
		return bad("Inline message identifier is not specified")
	}
	return bad("MESSAGE_ID_INVALID")
}
