package simulator

import (
	"encoding/json"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// replyTo is the message that a call wants to reply to; 0 is none.
type replyTo struct {
	id       int64
	optional bool
}

func replyOf(s *world.World, q *request) (replyTo, *wire.APIError) {
	raw := q.Text("reply_parameters")
	if raw == "" {
		return replyTo{q.messageID("reply_to_message_id"), q.Boolean("allow_sending_without_reply")}, nil
	}
	if !json.Valid([]byte(raw)) {
		return replyTo{}, wire.Bad("Can't parse reply parameters JSON object")
	}
	o, ok := wire.AsObject(json.RawMessage(raw))
	if !ok {
		return replyTo{}, wire.Bad("Object expected as reply parameters")
	}
	if len(o) == 0 {
		return replyTo{}, nil
	}
	r := wire.Reader{Object: o}
	out := replyTo{wire.LeadingInteger(r.Required("message_id")), r.Flag("allow_sending_without_reply")}
	if r.Err != nil {
		return replyTo{}, wire.Bad(r.Err.Error())
	}
	return out, nil
}

func (r replyTo) find(c *world.Chat) (*wire.Message, *wire.APIError) {
	if r.id <= 0 {
		return nil, nil
	}
	m := c.Message(r.id)
	if m == nil && !r.optional {
		return nil, wire.Bad("message to be replied not found")
	}
	return m.Quoted(), nil
}
