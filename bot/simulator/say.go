package simulator

// say puts what the person sends into the chat and lets the bot know, if it may. The lock must be held.
func (t *Seat) say(m Message) int64 {
	c := t.room()
	t.arrive(c)
	t.s.limiter.hears(c.ID)
	m.From = t.s.user(t.person)
	if c.Keyboard != nil && c.Keyboard.ForceReply {
		if m.ReplyTo == nil {
			m.ReplyTo = c.message(c.KeyboardM).quoted()
		}
		t.s.hideKeyboard(c)
	}
	posted := t.s.post(c, m)
	if t.s.hears(c, posted) {
		t.s.push("message", posted.wire(), messageLife)
	}
	return posted.ID
}

// arrive is what a client does before it sends to a bot: it starts and unblocks it.
func (t *Seat) arrive(c *chat) {
	if c.private() {
		t.s.setBlocked(t.person, false)
		t.s.w.People[t.person].Started = true
	}
}

// hears tells whether the bot gets a message: in groups it is in privacy mode and hears commands, replies to itself and service
// messages only.
func (s *Server) hears(c *chat, m *Message) bool {
	switch {
	case c.private():
		return true
	case c.Bot != "member":
		return false
	case s.opt.ReadsGroups, m.service():
		return true
	case m.ReplyTo != nil && m.ReplyTo.From != nil && m.ReplyTo.From.ID == s.me.ID:
		return true
	}
	return s.addressed(m)
}

func (m *Message) service() bool {
	return len(m.NewMembers) > 0 || m.LeftMember != nil || m.MigrateTo != 0 || m.MigrateFrom != 0
}

// Edit changes a text of the person's own.
func (t *Seat) Edit(id int64, text string) error {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	c := t.room()
	old := c.message(id)
	if old == nil || old.From == nil || old.From.ID != t.person || old.Text == "" {
		return ErrNoMessage
	}
	now := styled{text: text}.settle()
	if now.text == "" || now.text == old.Text {
		return nil // clients send neither
	}
	m := *old
	m.Text, m.Entities, m.Edited, m.EditDate = now.text, now.entities, true, t.s.now().Unix()
	edited := t.s.replace(c, m)
	if t.s.hears(c, edited) {
		t.s.push("edited_message", edited.wire(), messageLife)
	}
	return nil
}

// Delete deletes a message for both sides. The bot is not told.
func (t *Seat) Delete(id int64) error {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	if t.room().message(id) == nil {
		return ErrNoMessage
	}
	t.s.remove(t.room(), id)
	return nil
}
