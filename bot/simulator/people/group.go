package people

import (
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// Group is a group that the bot is in.
type Group struct {
	s  *world.World
	id int64
}

// Gather makes a group, or finds the one that there is. Its id is negative; below -1000000000000 it is a supergroup. The first
// person adds the bot.
func Gather(s *world.World, id int64, title string, people ...*Person) *Group {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	g := &Group{s, id}
	if s.State.Chats[id] != nil {
		return g
	}
	c := s.NewChat(id, title)
	for _, p := range people {
		c.Members = append(c.Members, p.person)
	}
	if len(people) > 0 {
		addBot(s, c, people[0].person)
	}
	s.Emit(world.Event{What: world.PeopleChanged, Chat: id})
	return g
}

// addBot makes the bot a member of the group, and tells it so as the real server does: my_chat_member, then a service message.
func addBot(s *world.World, c *world.Chat, by int64) {
	before := c.Bot
	if before == "" {
		before = "left"
	}
	c.Bot = "member"
	delete(s.Watch.Shut, c.ID)
	memberUpdate(s, c, by, before, c.Bot)
	m := s.Post(c, wire.Message{From: s.User(by), NewMembers: []wire.User{s.Me}})
	s.Push("message", m.Wire(), world.MessageLife)
}

// As is a person in the group.
func (g *Group) As(p *Person) *Seat { return &Seat{s: g.s, person: p.person, chat: g.id} }

// Send sends a text as one of the persons.
func (g *Group) Send(p *Person, text string) int64 { return g.As(p).Send(text) }

// ID is the group's chat id.
func (g *Group) ID() int64 { return g.id }

// Chat is the messages of the group, oldest first.
func (g *Group) Chat() []wire.Message { return (&Seat{s: g.s, chat: g.id}).Chat() }

// Add adds the bot (again).
func (g *Group) Add(by *Person) {
	g.s.Mu.Lock()
	defer g.s.Mu.Unlock()
	addBot(g.s, g.s.State.Chats[g.id], by.person)
}

// Kick removes the bot.
func (g *Group) Kick(by *Person) {
	g.s.Mu.Lock()
	defer g.s.Mu.Unlock()
	c := g.s.State.Chats[g.id]
	before := c.Bot
	c.Bot = "kicked"
	g.s.Post(c, wire.Message{From: g.s.User(by.person), LeftMember: &g.s.Me})
	memberUpdate(g.s, c, by.person, before, c.Bot)
}

// Upgrade makes a group a supergroup of another id; the old one can only say so.
func (g *Group) Upgrade(id int64) *Group {
	g.s.Mu.Lock()
	defer g.s.Mu.Unlock()
	old := g.s.State.Chats[g.id]
	c := g.s.NewChat(id, old.Title, old.Members...)
	c.Bot = old.Bot
	gone := g.s.Post(old, wire.Message{From: &g.s.Me, MigrateTo: id})
	come := g.s.Post(c, wire.Message{From: &g.s.Me, MigrateFrom: g.id})
	old.Migrated = id
	g.s.Push("message", gone.Wire(), world.MessageLife)
	g.s.Push("message", come.Wire(), world.MessageLife)
	g.s.Emit(world.Event{What: world.PeopleChanged, Chat: id})
	return &Group{g.s, id}
}
