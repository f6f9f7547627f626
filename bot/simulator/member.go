package simulator

// memberUpdated is the my_chat_member update.
type memberUpdated struct {
	Chat Chat   `json:"chat"`
	From *User  `json:"from"`
	Date int64  `json:"date"`
	Old  member `json:"old_chat_member"`
	New  member `json:"new_chat_member"`
}

type member struct {
	User   *User  `json:"user"`
	Status string `json:"status"`
	Until  *int64 `json:"until_date,omitempty"` // of a kicked one: 0 is for ever
}

// memberUpdate lets the bot know that its own place in a chat has changed.
func (s *Server) memberUpdate(c *chat, by int64, before, after string) {
	s.push("my_chat_member", memberUpdated{
		Chat: s.wire(c), From: s.user(by), Date: s.now().Unix(), Old: s.memberNow(before), New: s.memberNow(after),
	}, messageLife)
}

func (s *Server) memberNow(status string) member {
	m := member{User: &s.me, Status: status}
	if status == "kicked" {
		m.Until = new(int64)
	}
	return m
}
