package world

import (
	"slices"

	"siip-asn/bot/simulator/wire"
)

// Post puts a message into a chat.
func (s *World) Post(c *Chat, m wire.Message) *wire.Message {
	m.ID, m.Date, m.Chat = nextID(s, c), s.Now().Unix(), s.Wire(c)
	if len(c.Messages) >= MaxMessages {
		c.Messages = slices.Delete(c.Messages, 0, MaxMessages/10)
	}
	c.Messages = append(c.Messages, &m)
	s.Emit(Event{Chat: c.ID, What: MessageAdded, Message: &m})
	if m.Keyboard != nil {
		s.showKeyboard(c, &m)
	}
	return &m
}

// showKeyboard puts below the text field what a message brought.
func (s *World) showKeyboard(c *Chat, m *wire.Message) {
	c.Keyboard, c.KeyboardM = m.Keyboard, m.ID
	if m.Keyboard.Remove {
		c.Keyboard, c.KeyboardM = nil, 0
	}
	emitKeyboard(s, c)
}

// HideKeyboard is what happens to a one-time keyboard that was used, and to one whose message is gone.
func (s *World) HideKeyboard(c *Chat) {
	c.Keyboard, c.KeyboardM = nil, 0
	emitKeyboard(s, c)
}

func emitKeyboard(s *World, c *Chat) {
	s.Emit(Event{Chat: c.ID, What: keyboardChanged, Keyboard: c.Keyboard})
}

// Replace puts a changed message in the place of the one it was.
func (s *World) Replace(c *Chat, m wire.Message) *wire.Message {
	if i, ok := c.index(m.ID); ok {
		c.Messages[i] = &m
	}
	s.Emit(Event{Chat: c.ID, What: MessageEdited, Message: &m})
	return &m
}

// Remove deletes a message, and with it the keyboard that it brought.
func (s *World) Remove(c *Chat, id int64) {
	i, ok := c.index(id)
	if !ok {
		return
	}
	c.Messages = slices.Delete(c.Messages, i, i+1)
	s.Emit(Event{Chat: c.ID, What: MessageDeleted, Gone: id})
	if c.KeyboardM == id {
		s.HideKeyboard(c)
	}
}
