package simulator

import "encoding/json"

// replyTo is the message that a call wants to reply to; 0 is none.
type replyTo struct {
	id       int64
	optional bool
}

func (s *Server) readReply(q *request) (replyTo, *apiError) {
	raw := q.text("reply_parameters")
	if raw == "" {
		return replyTo{q.messageID("reply_to_message_id"), q.boolean("allow_sending_without_reply")}, nil
	}
	if !json.Valid([]byte(raw)) {
		return replyTo{}, bad("Can't parse reply parameters JSON object")
	}
	o, ok := asObject(json.RawMessage(raw))
	if !ok {
		return replyTo{}, bad("Object expected as reply parameters")
	}
	if len(o) == 0 {
		return replyTo{}, nil
	}
	r := reader{object: o}
	out := replyTo{leadingInteger(r.required("message_id")), r.flag("allow_sending_without_reply")}
	if r.err != nil {
		return replyTo{}, bad(r.err.Error())
	}
	return out, nil
}

func (r replyTo) find(c *chat) (*Message, *apiError) {
	if r.id <= 0 {
		return nil, nil
	}
	m := c.message(r.id)
	if m == nil && !r.optional {
		return nil, bad("message to be replied not found")
	}
	return m.quoted(), nil
}

// quoted is a message as another holds it that replies to it: one level deep.
func (m *Message) quoted() *Message {
	if m == nil {
		return nil
	}
	out := *m
	out.ReplyTo = nil
	return &out
}
