package simulator

import "slices"

// post puts a message into a chat.
func (s *Server) post(c *chat, m Message) *Message {
	m.ID, m.Date, m.Chat = s.nextID(c), s.now().Unix(), s.wire(c)
	if len(c.Messages) >= maxMessages {
		c.Messages = slices.Delete(c.Messages, 0, maxMessages/10)
	}
	c.Messages = append(c.Messages, &m)
	s.emit(event{chat: c.ID, what: messageAdded, message: &m})
	if m.Keyboard != nil {
		s.showKeyboard(c, &m)
	}
	return &m
}

// showKeyboard puts below the text field what a message brought.
func (s *Server) showKeyboard(c *chat, m *Message) {
	c.Keyboard, c.KeyboardM = m.Keyboard, m.ID
	if m.Keyboard.Remove {
		c.Keyboard, c.KeyboardM = nil, 0
	}
	s.emitKeyboard(c)
}

// hideKeyboard is what happens to a one-time keyboard that was used, and to one whose message is gone.
func (s *Server) hideKeyboard(c *chat) {
	c.Keyboard, c.KeyboardM = nil, 0
	s.emitKeyboard(c)
}

func (s *Server) emitKeyboard(c *chat) {
	s.emit(event{chat: c.ID, what: keyboardChanged, keyboard: c.Keyboard})
}

// replace puts a changed message in the place of the one it was.
func (s *Server) replace(c *chat, m Message) *Message {
	if i, ok := c.index(m.ID); ok {
		c.Messages[i] = &m
	}
	s.emit(event{chat: c.ID, what: messageEdited, message: &m})
	return &m
}

func (s *Server) remove(c *chat, id int64) {
	i, ok := c.index(id)
	if !ok {
		return
	}
	c.Messages = slices.Delete(c.Messages, i, i+1)
	s.emit(event{chat: c.ID, what: messageDeleted, gone: id})
	if c.KeyboardM == id {
		s.hideKeyboard(c)
	}
}
