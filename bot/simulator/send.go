package simulator

import "cmp"

// sendMessage judges in the order of the real server: first what can be told from the call alone, then the chat, then what the
// chat's server would say.
func (s *Server) sendMessage(q *request) (any, *apiError) {
	text, preview, err := q.messageText()
	if err != nil {
		return nil, err
	}
	return s.send(q, func(*chat) (Message, *apiError) {
		text = s.settle(text)
		m := Message{Text: text.text, Entities: text.entities, LinkPreview: preview}
		return m, cmp.Or(text.checkText(), preview.check())
	})
}

// messageText reads what a message of text is made of.
func (q *request) messageText() (text styled, preview *LinkPreview, err *apiError) {
	if q.text("text") == "" {
		return text, nil, bad("Message text is empty")
	}
	if text, err = q.readStyled("text", "entities"); err != nil {
		return text, nil, err
	}
	preview, err = q.linkPreview()
	return text, preview, err
}

// send does what all methods that send have in common; content makes what is special to one.
func (s *Server) send(q *request, content func(*chat) (Message, *apiError)) (any, *apiError) {
	reply, err := s.readReply(q)
	if err != nil {
		return nil, err
	}
	marks, err := s.readMarkup(q)
	if err != nil {
		return nil, err
	}
	c, err := s.writable(q.text("chat_id"))
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
	if err := cmp.Or(marks.check(c.private()), q.wantsMore(), s.reachable(c)); err != nil {
		return nil, err
	}
	m.From, m.Inline, m.Keyboard = &s.me, marks.inline, marks.keyboard
	m.Protected, m.Silent = q.boolean("protect_content"), q.boolean("disable_notification")
	return s.post(c, m).wire(), nil
}

// nowhere are parameters that ask for what this bot and its chats do not have.
var nowhere = []struct{ name, refusal string }{
	{"business_connection_id", "business connection not found"},
	{"message_thread_id", "message thread not found"},
	{"suggested_post_parameters", "suggested posts can be sent only to channel direct messages"},
	{"message_effect_id", "EFFECT_ID_INVALID"},
	{"allow_paid_broadcast", "FLOODSKIP_NOT_ALLOWED"},
}

func (q *request) wantsMore() *apiError {
	for _, p := range nowhere {
		if v := q.text(p.name); v != "" && v != "0" && v != "false" {
			return bad(p.refusal)
		}
	}
	return nil
}

// settle makes a text what a message holds. A mention of somebody unknown is dropped, and so is, without a word, what is styled
// after the first hundred parts.
func (s *Server) settle(t styled) styled {
	t = t.settle()
	var kept []Entity
	for _, e := range t.entities {
		if e.Type == "text_mention" {
			if e.User == nil || s.w.People[e.User.ID] == nil {
				continue
			}
			e.User = s.user(e.User.ID)
		}
		kept = append(kept, e)
	}
	if len(kept) > maxEntities {
		s.watch.complain("a message with %d entities: only the first %d are shown", len(kept), maxEntities)
		kept = kept[:maxEntities]
	}
	t.entities = kept
	return t
}
