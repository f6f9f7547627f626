package simulator

import (
	"time"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// deleteLimit is how old a message may be that a bot deletes.
const deleteLimit = 48 * time.Hour

func deleteMessage(s *world.World, q *request) (any, *wire.APIError) {
	id := q.messageID("message_id")
	switch {
	case q.Text("chat_id") == "":
		return nil, wire.Bad("Chat identifier is not specified")
	case q.Text("message_id") == "":
		return nil, wire.Bad("Message identifier is not specified")
	}
	c, err := writable(s, q.Text("chat_id"))
	if err != nil {
		return nil, err
	}
	m := c.Message(id)
	if m == nil {
		return nil, wire.Bad("message to delete not found")
	}
	if err := deletable(s, c, m); err != nil {
		return nil, err
	}
	s.Remove(c, id)
	return true, nil
}

// deletable: in private chats a bot deletes its own messages and the other's, in groups (it is no administrator) its own.
func deletable(s *world.World, c *world.Chat, m *wire.Message) *wire.APIError {
	own := m.From != nil && m.From.ID == s.Me.ID
	fresh := s.Now().Sub(time.Unix(m.Date, 0)) <= deleteLimit
	switch {
	case fresh && (own || c.Private()):
		return nil
	case c.Kind() == "supergroup":
		return wire.Bad("Message can't be deleted")
	}
	return wire.Bad("Message can't be deleted for everyone")
}
