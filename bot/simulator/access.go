package simulator

import (
	"strings"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// A chat of a call is found in three steps: findChat, or one of those that build on it; membership, which is why the bot may do nothing
// in a group; and reachable, which only shows when something is to be delivered.

// findChat is the chat of a call, if there is one and the bot may know it.
func findChat(s *world.World, id string) (*world.Chat, *wire.APIError) {
	if id == "" {
		return nil, wire.Bad("chat_id is empty")
	}
	c := s.State.Chats[wire.LeadingInteger(id)]
	if strings.HasPrefix(id, "@") || c == nil {
		return nil, wire.Bad("chat not found")
	}
	if c.Kind() == "supergroup" {
		return c, membership(c)
	}
	return c, nil
}

// readable finds a chat that the bot wants to know something of. It knows nobody who never wrote to it.
func readable(s *world.World, id string) (*world.Chat, *wire.APIError) {
	c, err := findChat(s, id)
	if err != nil {
		return nil, err
	}
	if p := s.State.People[c.ID]; p != nil && !p.Started {
		return nil, wire.Bad("chat not found")
	}
	return c, nil
}

// membership is why the bot may do nothing in a group; nil when it may.
func membership(c *world.Chat) *wire.APIError {
	switch {
	case c.Private():
		return nil
	case c.Migrated != 0:
		err := wire.Bad("group chat was upgraded to a supergroup chat")
		err.MigrateTo = c.Migrated
		return err
	case c.Bot == "kicked":
		return wire.Forbidden("bot was kicked from the " + c.Kind() + " chat")
	case c.Bot != "member":
		return wire.Forbidden("bot is not a member of the " + c.Kind() + " chat")
	}
	return nil
}

// writable finds a chat that the bot wants to change. That a person has blocked the bot shows only later, see reachable.
func writable(s *world.World, id string) (*world.Chat, *wire.APIError) {
	c, err := findChat(s, id)
	if err != nil {
		return nil, err
	}
	if p := s.State.People[c.ID]; p != nil && p.Gone {
		return nil, wire.Forbidden("user is deactivated")
	}
	return c, membership(c)
}

// reachable tells whether a person lets the bot write.
func reachable(s *world.World, c *world.Chat) *wire.APIError {
	p := s.State.People[c.ID]
	switch {
	case p == nil:
		return nil
	case p.Blocked:
		return wire.Forbidden("bot was blocked by the user")
	case !p.Started:
		return wire.Forbidden("bot can't initiate conversation with a user")
	}
	return nil
}
