package simulator

import (
	"encoding/json"
	"slices"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// reactions are the emoji that a bot may react with, as the official list has them.
var reactions = []string{
	"❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮", "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳",
	"❤‍🔥", "🌚", "🌭", "💯", "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕", "😈", "😴", "😭", "🤓", "👻", "👨‍💻", "👀",
	"🎃", "🙈", "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾",
	"🤷‍♂", "🤷", "🤷‍♀", "😡",
}

// setMessageReaction sets or, with an empty list, takes away the bot's reaction to a message.
func setMessageReaction(s *world.World, q *request) (any, *wire.APIError) {
	var list []struct {
		Type  string `json:"type"`
		Emoji string `json:"emoji"`
	}
	if raw := q.Text("reaction"); raw != "" {
		if err := json.Unmarshal([]byte(raw), &list); err != nil {
			return nil, wire.Bad("can't parse reaction types JSON object")
		}
	}
	c, err := writable(s, q.Text("chat_id"))
	if err != nil {
		return nil, err
	}
	old := c.Message(q.messageID("message_id"))
	switch {
	case old == nil:
		return nil, wire.Bad("message to react not found")
	case len(list) > 1:
		return nil, wire.Bad("REACTIONS_TOO_MANY")
	}
	m := *old
	m.Reaction = ""
	for _, r := range list {
		if r.Type != "emoji" || !slices.Contains(reactions, r.Emoji) {
			return nil, wire.Bad("REACTION_INVALID")
		}
		m.Reaction = r.Emoji
	}
	if err := reachable(s, c); err != nil {
		return nil, err
	}
	s.Replace(c, m)
	return true, nil
}
