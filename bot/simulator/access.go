package simulator

import "strings"

// A chat of a call is found in three steps: findChat, or one of those that build on it; membership, which is why the bot may do nothing
// in a group; and reachable, which only shows when something is to be delivered.

// findChat is the chat of a call, if there is one and the bot may know it.
func (s *Server) findChat(id string) (*chat, *apiError) {
	if id == "" {
		return nil, bad("chat_id is empty")
	}
	c := s.w.Chats[leadingInteger(id)]
	if strings.HasPrefix(id, "@") || c == nil {
		return nil, bad("chat not found")
	}
	if c.kind() == "supergroup" {
		return c, c.membership()
	}
	return c, nil
}

// readable finds a chat that the bot wants to know something of. It knows nobody who never wrote to it.
func (s *Server) readable(id string) (*chat, *apiError) {
	c, err := s.findChat(id)
	if err != nil {
		return nil, err
	}
	if p := s.w.People[c.ID]; p != nil && !p.Started {
		return nil, bad("chat not found")
	}
	return c, nil
}

// membership is why the bot may do nothing in a group; nil when it may.
func (c *chat) membership() *apiError {
	switch {
	case c.private():
		return nil
	case c.Migrated != 0:
		err := bad("group chat was upgraded to a supergroup chat")
		err.MigrateTo = c.Migrated
		return err
	case c.Bot == "kicked":
		return forbidden("bot was kicked from the " + c.kind() + " chat")
	case c.Bot != "member":
		return forbidden("bot is not a member of the " + c.kind() + " chat")
	}
	return nil
}

// writable finds a chat that the bot wants to change. That a person has blocked the bot shows only later, see reachable.
func (s *Server) writable(id string) (*chat, *apiError) {
	c, err := s.findChat(id)
	if err != nil {
		return nil, err
	}
	if p := s.w.People[c.ID]; p != nil && p.Gone {
		return nil, forbidden("user is deactivated")
	}
	return c, c.membership()
}

// reachable tells whether a person lets the bot write.
func (s *Server) reachable(c *chat) *apiError {
	p := s.w.People[c.ID]
	switch {
	case p == nil:
		return nil
	case p.Blocked:
		return forbidden("bot was blocked by the user")
	case !p.Started:
		return forbidden("bot can't initiate conversation with a user")
	}
	return nil
}
