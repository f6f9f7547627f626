package simulator

import (
	"cmp"
	"slices"
	"strconv"
)

// maxMessages bounds what is kept of one chat; the oldest go first.
const maxMessages = 10_000

// superBase is below the ids of supergroups and above those of groups.
const superBase = -1_000_000_000_000

// chat is one chat and everything in it. A private one has the id of its person.
type chat struct {
	ID        int64      `json:"id"`
	Title     string     `json:"title,omitempty"`
	Members   []int64    `json:"members"`
	Bot       string     `json:"bot,omitempty"` // what the bot is in a group: "member", "kicked", "left"
	Migrated  int64      `json:"migrated,omitempty"`
	Messages  []*Message `json:"messages,omitempty"` // by id
	Last      int64      `json:"last,omitempty"`     // the last id given, in a group
	Instance  string     `json:"instance"`
	Keyboard  *Keyboard  `json:"keyboard,omitempty"` // what stands below the text field
	KeyboardM int64      `json:"keyboard_message,omitempty"`
	Toasts    []Toast    `json:"toasts,omitempty"`

	change chan struct{} // closed and replaced at every change
}

func (s *Server) newChat(id int64, title string, members ...int64) *chat {
	c := &chat{ID: id, Title: title, Members: members, Instance: strconv.FormatInt(int64(s.rng.Uint64()), 10)}
	c.change = make(chan struct{})
	s.w.Chats[id] = c
	return c
}

func (c *chat) private() bool { return c.ID > 0 }

func (c *chat) kind() string {
	switch {
	case c.private():
		return "private"
	case c.ID < superBase:
		return "supergroup"
	}
	return "group"
}

// wire is the chat as the Bot API gives it.
func (s *Server) wire(c *chat) Chat {
	if !c.private() {
		return Chat{ID: c.ID, Type: c.kind(), Title: c.Title}
	}
	p := s.w.People[c.ID].Profile
	return Chat{ID: c.ID, Type: c.kind(), FirstName: p.FirstName, LastName: p.LastName, Username: p.Username}
}

// nextID gives message ids: private chats share one box and leave gaps, each group counts for itself from 1.
func (s *Server) nextID(c *chat) int64 {
	if !c.private() {
		c.Last++
		return c.Last
	}
	s.w.Box += 1 + s.rng.Int64N(3)
	return s.w.Box
}

func (c *chat) index(id int64) (int, bool) {
	return slices.BinarySearchFunc(c.Messages, id, func(m *Message, id int64) int { return cmp.Compare(m.ID, id) })
}

// message is nil when there is none of that id.
func (c *chat) message(id int64) *Message {
	if i, ok := c.index(id); ok {
		return c.Messages[i]
	}
	return nil
}
