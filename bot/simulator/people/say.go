package people

import (
	"strings"
	"unicode/utf16"

	"siip-asn/bot/simulator/text"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// say puts what the person sends into the chat and lets the bot know, if it may. The lock must be held.
func (t *Seat) say(m wire.Message) int64 {
	c := t.Room()
	t.arrive(c)
	t.s.Limiter.Hears(c.ID)
	m.From = t.s.User(t.person)
	if c.Keyboard != nil && c.Keyboard.ForceReply {
		if m.ReplyTo == nil {
			m.ReplyTo = c.Message(c.KeyboardM).Quoted()
		}
		t.s.HideKeyboard(c)
	}
	posted := t.s.Post(c, m)
	if hears(t.s, c, posted) {
		t.s.Push("message", posted.Wire(), world.MessageLife)
	}
	return posted.ID
}

// arrive is what a client does before it sends to a bot: it starts and unblocks it.
func (t *Seat) arrive(c *world.Chat) {
	if c.Private() {
		setBlocked(t.s, t.person, false)
		t.s.State.People[t.person].Started = true
	}
}

// hears tells whether the bot gets a message: in groups it is in privacy mode and hears commands, replies to itself and service
// messages only.
func hears(s *world.World, c *world.Chat, m *wire.Message) bool {
	switch {
	case c.Private():
		return true
	case c.Bot != "member":
		return false
	case s.Opt.ReadsGroups, service(m):
		return true
	case m.ReplyTo != nil && m.ReplyTo.From != nil && m.ReplyTo.From.ID == s.Me.ID:
		return true
	}
	return addressed(s, m)
}

func service(m *wire.Message) bool {
	return len(m.NewMembers) > 0 || m.LeftMember != nil || m.MigrateTo != 0 || m.MigrateFrom != 0
}

// Edit changes a text of the person's own.
func (t *Seat) Edit(id int64, words string) error {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	c := t.Room()
	old := c.Message(id)
	if old == nil || old.From == nil || old.From.ID != t.person || old.Text == "" {
		return ErrNoMessage
	}
	now := text.Styled{Text: words}.Settle()
	if now.Text == "" || now.Text == old.Text {
		return nil // clients send neither
	}
	m := *old
	m.Text, m.Entities, m.Edited, m.EditDate = now.Text, now.Entities, true, t.s.Now().Unix()
	edited := t.s.Replace(c, m)
	if hears(t.s, c, edited) {
		t.s.Push("edited_message", edited.Wire(), world.MessageLife)
	}
	return nil
}

// Delete deletes a message for both sides. The bot is not told.
func (t *Seat) Delete(id int64) error {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	if t.Room().Message(id) == nil {
		return ErrNoMessage
	}
	t.s.Remove(t.Room(), id)
	return nil
}

// addressed tells whether a message of a group begins with a command that is not for another bot.
func addressed(s *world.World, m *wire.Message) bool {
	for _, e := range m.Entities {
		if e.Type != "bot_command" || e.Offset != 0 {
			continue
		}
		_, bot, named := strings.Cut(part(m, e), "@")
		return !named || strings.EqualFold(bot, s.Me.Username)
	}
	return false
}

// part is the text that an entity marks.
func part(m *wire.Message, e wire.Entity) string {
	units := utf16.Encode([]rune(m.Text))
	return string(utf16.Decode(units[e.Offset:text.End(e)]))
}
