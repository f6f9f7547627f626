package simulator

import (
	"encoding/json"
	"slices"
)

// reactions are the emoji that a bot may react with, as the official list has them.
var reactions = []string{
	"❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮", "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳",
	"❤‍🔥", "🌚", "🌭", "💯", "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕", "😈", "😴", "😭", "🤓", "👻", "👨‍💻", "👀",
	"🎃", "🙈", "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾",
	"🤷‍♂", "🤷", "🤷‍♀", "😡",
}

// setMessageReaction sets or, with an empty list, takes away the bot's reaction to a message.
func (s *Server) setMessageReaction(q *request) (any, *apiError) {
	var list []struct {
		Type  string `json:"type"`
		Emoji string `json:"emoji"`
	}
	if raw := q.text("reaction"); raw != "" {
		if err := json.Unmarshal([]byte(raw), &list); err != nil {
			return nil, bad("can't parse reaction types JSON object")
		}
	}
	c, err := s.writable(q.text("chat_id"))
	if err != nil {
		return nil, err
	}
	old := c.message(q.messageID("message_id"))
	switch {
	case old == nil:
		return nil, bad("message to react not found")
	case len(list) > 1:
		return nil, bad("REACTIONS_TOO_MANY")
	}
	m := *old
	m.Reaction = ""
	for _, r := range list {
		if r.Type != "emoji" || !slices.Contains(reactions, r.Emoji) {
			return nil, bad("REACTION_INVALID")
		}
		m.Reaction = r.Emoji
	}
	if err := s.reachable(c); err != nil {
		return nil, err
	}
	s.replace(c, m)
	return true, nil
}
