package world

import (
	"cmp"
	"slices"
	"strconv"

	"siip-asn/bot/simulator/wire"
)

// MaxMessages bounds what is kept of one chat; the oldest go first.
const MaxMessages = 10_000

// superBase is below the ids of supergroups and above those of groups.
const superBase = -1_000_000_000_000

// Chat is one chat and everything in it. A private one has the id of its person.
type Chat struct {
	ID        int64           `json:"id"`
	Title     string          `json:"title,omitempty"`
	Members   []int64         `json:"members"`
	Bot       string          `json:"bot,omitempty"` // what the bot is in a group: "member", "kicked", "left"
	Migrated  int64           `json:"migrated,omitempty"`
	Messages  []*wire.Message `json:"messages,omitempty"` // by id
	Last      int64           `json:"last,omitempty"`     // the last id given, in a group
	Instance  string          `json:"instance"`
	Keyboard  *wire.Keyboard  `json:"keyboard,omitempty"` // what stands below the text field
	KeyboardM int64           `json:"keyboard_message,omitempty"`
	Toasts    []Toast         `json:"toasts,omitempty"`

	Change chan struct{} `json:"-"` // closed and replaced at every change
}

// NewChat makes a chat; a positive id is a private one, of the person with that id.
func (s *World) NewChat(id int64, title string, members ...int64) *Chat {
	c := &Chat{ID: id, Title: title, Members: members, Instance: strconv.FormatInt(int64(s.Rng.Uint64()), 10)}
	c.Change = make(chan struct{})
	s.State.Chats[id] = c
	return c
}

// Private tells whether it is the chat of one person with the bot.
func (c *Chat) Private() bool { return c.ID > 0 }

// Kind is the type of the chat as the Bot API names it.
func (c *Chat) Kind() string {
	switch {
	case c.Private():
		return "private"
	case c.ID < superBase:
		return "supergroup"
	}
	return "group"
}

// Wire is the chat as the Bot API gives it.
func (s *World) Wire(c *Chat) wire.Chat {
	if !c.Private() {
		return wire.Chat{ID: c.ID, Type: c.Kind(), Title: c.Title}
	}
	p := s.State.People[c.ID].Profile
	return wire.Chat{ID: c.ID, Type: c.Kind(), FirstName: p.FirstName, LastName: p.LastName, Username: p.Username}
}

// nextID gives message ids: private chats share one box and leave gaps, each group counts for itself from 1.
func nextID(s *World, c *Chat) int64 {
	if !c.Private() {
		c.Last++
		return c.Last
	}
	s.State.Box += 1 + s.Rng.Int64N(3)
	return s.State.Box
}

func (c *Chat) index(id int64) (int, bool) {
	return slices.BinarySearchFunc(c.Messages, id, func(m *wire.Message, id int64) int { return cmp.Compare(m.ID, id) })
}

// Message is nil when there is none of that id.
func (c *Chat) Message(id int64) *wire.Message {
	if i, ok := c.index(id); ok {
		return c.Messages[i]
	}
	return nil
}
