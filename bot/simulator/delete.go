package simulator

import "time"

// deleteLimit is how old a message may be that a bot deletes.
const deleteLimit = 48 * time.Hour

func (s *Server) deleteMessage(q *request) (any, *apiError) {
	id := q.messageID("message_id")
	switch {
	case q.text("chat_id") == "":
		return nil, bad("Chat identifier is not specified")
	case q.text("message_id") == "":
		return nil, bad("Message identifier is not specified")
	}
	c, err := s.writable(q.text("chat_id"))
	if err != nil {
		return nil, err
	}
	m := c.message(id)
	if m == nil {
		return nil, bad("message to delete not found")
	}
	if err := s.deletable(c, m); err != nil {
		return nil, err
	}
	s.remove(c, id)
	return true, nil
}

// deletable: in private chats a bot deletes its own messages and the other's, in groups (it is no administrator) its own.
func (s *Server) deletable(c *chat, m *Message) *apiError {
	own := m.From != nil && m.From.ID == s.me.ID
	fresh := s.now().Sub(time.Unix(m.Date, 0)) <= deleteLimit
	switch {
	case fresh && (own || c.private()):
		return nil
	case c.kind() == "supergroup":
		return bad("Message can't be deleted")
	}
	return bad("Message can't be deleted for everyone")
}
