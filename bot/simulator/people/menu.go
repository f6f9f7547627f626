package people

import (
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// menu is the commands that a person sees in a chat: those of the narrowest scope, in the person's language if there are any.
func menu(s *world.World, c *world.Chat, person int64) []wire.Command {
	scopes := []string{world.ScopeOf("chat", c.ID, 0), "all_private_chats", "default"}
	if !c.Private() {
		scopes = []string{world.ScopeOf("chat_member", c.ID, person), world.ScopeOf("chat", c.ID, 0), "all_group_chats", "default"}
	}
	language := ""
	if p := s.State.People[person]; p != nil {
		language = p.Profile.Language
	}
	for _, scope := range scopes {
		for _, l := range []string{language, ""} {
			if list := s.State.Commands[scope+" "+l]; len(list) > 0 {
				return list
			}
		}
	}
	return []wire.Command{}
}
