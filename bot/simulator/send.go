package simulator

import "encoding/json"

// sendMessage judges in the order of the real server: first what can be told from the call alone, then the chat, then what the
// chat's server would say.
func (s *Server) sendMessage(q *request) (any, *apiError) {
	text, preview, err := q.messageText()
	if err != nil {
		return nil, err
	}
	return s.send(q, func(*chat) (Message, *apiError) {
		text = s.settle(text)
		return Message{Text: text.text, Entities: text.entities, LinkPreview: preview}, text.checkText()
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
	if err := marks.check(c.private()); err != nil {
		return nil, err
	}
	if err := s.reachable(c); err != nil {
		return nil, err
	}
	m.From, m.Inline, m.Keyboard = &s.me, marks.inline, marks.keyboard
	m.Protected = q.boolean("protect_content")
	return s.post(c, m).wire(), nil
}

func (q *request) linkPreview() (*LinkPreview, *apiError) {
	raw := q.text("link_preview_options")
	if raw == "" {
		if q.boolean("disable_web_page_preview") {
			return &LinkPreview{IsDisabled: true}, nil
		}
		return nil, nil
	}
	var out LinkPreview
	if json.Unmarshal([]byte(raw), &out) != nil {
		return nil, bad("Can't parse link preview options JSON object")
	}
	return &out, nil
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
