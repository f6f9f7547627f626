package simulator

// Group is a group that the bot is in.
type Group struct {
	s  *Server
	id int64
}

// Group makes a group, or finds the one that there is. Its id is negative; below -1000000000000 it is a supergroup. The first
// person adds the bot.
func (s *Server) Group(id int64, title string, people ...*Person) *Group {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := &Group{s, id}
	if s.w.Chats[id] != nil {
		return g
	}
	c := s.newChat(id, title)
	for _, p := range people {
		c.Members = append(c.Members, p.person)
	}
	if len(people) > 0 {
		s.addBot(c, people[0].person)
	}
	s.emit(event{what: peopleChanged, chat: id})
	return g
}

// addBot and what follows it is what the bot hears of its coming and going.
func (s *Server) addBot(c *chat, by int64) {
	before := c.Bot
	if before == "" {
		before = "left"
	}
	c.Bot = "member"
	delete(s.watch.shut, c.ID)
	s.memberUpdate(c, by, before, c.Bot)
	m := s.post(c, Message{From: s.user(by), NewMembers: []User{s.me}})
	s.push("message", m.wire(), messageLife)
}

// As is a person in the group.
func (g *Group) As(p *Person) *Seat { return &Seat{s: g.s, person: p.person, chat: g.id} }

// Send sends a text as one of the persons.
func (g *Group) Send(p *Person, text string) int64 { return g.As(p).Send(text) }

// ID is the group's chat id.
func (g *Group) ID() int64 { return g.id }

// Chat is the messages of the group, oldest first.
func (g *Group) Chat() []Message { return (&Seat{s: g.s, chat: g.id}).Chat() }

// Add adds the bot (again).
func (g *Group) Add(by *Person) {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	g.s.addBot(g.s.w.Chats[g.id], by.person)
}

// Kick removes the bot.
func (g *Group) Kick(by *Person) {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	c := g.s.w.Chats[g.id]
	before := c.Bot
	c.Bot = "kicked"
	g.s.post(c, Message{From: g.s.user(by.person), LeftMember: &g.s.me})
	g.s.memberUpdate(c, by.person, before, c.Bot)
}

// Upgrade makes a group a supergroup of another id; the old one can only say so.
func (g *Group) Upgrade(id int64) *Group {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	old := g.s.w.Chats[g.id]
	c := g.s.newChat(id, old.Title, old.Members...)
	c.Bot = old.Bot
	gone := g.s.post(old, Message{From: &g.s.me, MigrateTo: id})
	come := g.s.post(c, Message{From: &g.s.me, MigrateFrom: g.id})
	old.Migrated = id
	g.s.push("message", gone.wire(), messageLife)
	g.s.push("message", come.wire(), messageLife)
	g.s.emit(event{what: peopleChanged, chat: id})
	return &Group{g.s, id}
}
