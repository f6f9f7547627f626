package simulator

import (
	"cmp"

	"siip-asn/bot/simulator/text"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// sendMessage judges in the order of the real server: first what can be told from the call alone, then the chat, then what the
// chat's server would say.
func sendMessage(s *world.World, q *request) (any, *wire.APIError) {
	text, preview, err := q.messageText()
	if err != nil {
		return nil, err
	}
	return send(s, q, func(*world.Chat) (wire.Message, *wire.APIError) {
		text = settle(s, text)
		m := wire.Message{Text: text.Text, Entities: text.Entities, LinkPreview: preview}
		return m, cmp.Or(text.CheckText(), preview.Check())
	})
}

// messageText reads what a message of text is made of.
func (q *request) messageText() (text text.Styled, preview *wire.LinkPreview, err *wire.APIError) {
	if q.Text("text") == "" {
		return text, nil, wire.Bad("Message text is empty")
	}
	if text, err = q.readStyled("text", "entities"); err != nil {
		return text, nil, err
	}
	preview, err = q.linkPreview()
	return text, preview, err
}

// send does what all methods that send have in common; content makes what is special to one.
func send(s *world.World, q *request, content func(*world.Chat) (wire.Message, *wire.APIError)) (any, *wire.APIError) {
	reply, err := replyOf(s, q)
	if err != nil {
		return nil, err
	}
	marks, err := readMarkup(s, q)
	if err != nil {
		return nil, err
	}
	c, err := writable(s, q.Text("chat_id"))
	if err != nil {
		return nil, err
	}
	m, err := content(c)
	if err != nil {
		return nil, err
	}
	if m.ReplyTo, err = reply.find(c); err != nil {
		return nil, err
	}
	if err := cmp.Or(marks.Check(c.Private()), q.wantsMore(), reachable(s, c)); err != nil {
		return nil, err
	}
	m.From, m.Inline, m.Keyboard = &s.Me, marks.Inline, marks.Keyboard
	m.Protected, m.Silent = q.Boolean("protect_content"), q.Boolean("disable_notification")
	return s.Post(c, m).Wire(), nil
}

// nowhere are parameters that ask for what this bot and its chats do not have.
var nowhere = []struct{ name, refusal string }{
	{"business_connection_id", "business connection not found"},
	{"message_thread_id", "message thread not found"},
	{"suggested_post_parameters", "suggested posts can be sent only to channel direct messages"},
	{"message_effect_id", "EFFECT_ID_INVALID"},
	{"allow_paid_broadcast", "FLOODSKIP_NOT_ALLOWED"},
}

func (q *request) wantsMore() *wire.APIError {
	for _, p := range nowhere {
		if v := q.Text(p.name); v != "" && v != "0" && v != "false" {
			return wire.Bad(p.refusal)
		}
	}
	return nil
}

// settle makes a text what a message holds. A mention of somebody unknown is dropped, and so is, without a word, what is styled
// after the first hundred parts.
func settle(s *world.World, t text.Styled) text.Styled {
	t = t.Settle()
	var kept []wire.Entity
	for _, e := range t.Entities {
		if e.Type == "text_mention" {
			if e.User == nil || s.State.People[e.User.ID] == nil {
				continue
			}
			e.User = s.User(e.User.ID)
		}
		kept = append(kept, e)
	}
	if len(kept) > text.MaxEntities {
		s.Watch.Complain("a message with %d entities: only the first %d are shown", len(kept), text.MaxEntities)
		kept = kept[:text.MaxEntities]
	}
	t.Entities = kept
	return t
}
