package people

import (
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// Person is somebody in their private chat with the bot. What they can do there are the methods of Seat.
type Person struct {
	*Seat
}

// Introduce introduces somebody. The same ID gives the same person; a profile with a name then replaces the earlier one.
func Introduce(s *world.World, p world.Profile) *Person {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	known := s.State.People[p.ID]
	if known == nil {
		s.State.People[p.ID] = &world.Person{Profile: p}
		s.State.Order = append(s.State.Order, p.ID)
		s.NewChat(p.ID, "", p.ID)
		s.Emit(world.Event{What: world.PeopleChanged, Chat: p.ID})
	} else if p.FirstName != "" {
		known.Profile = p
	}
	return handle(s, p.ID)
}

// All lists everybody in the order in which they were introduced.
func All(s *world.World) []*Person {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	var out []*Person
	for _, id := range s.State.Order {
		out = append(out, handle(s, id))
	}
	return out
}

func handle(s *world.World, id int64) *Person {
	p, known := s.Handles[id].(*Person)
	if !known {
		p = &Person{&Seat{s: s, person: id, chat: id}}
		s.Handles[id] = p
	}
	return p
}

// ID is the person's user id.
func (p *Person) ID() int64 { return p.person }

// Profile is who the person is.
func (p *Person) Profile() world.Profile {
	p.s.Mu.Lock()
	defer p.s.Mu.Unlock()
	return p.s.State.People[p.person].Profile
}

// Block blocks the bot.
func (p *Person) Block() { p.setBlocked(true) }

// Unblock lets the bot write again. Sending something does the same.
func (p *Person) Unblock() { p.setBlocked(false) }

func (p *Person) setBlocked(blocked bool) {
	p.s.Mu.Lock()
	defer p.s.Mu.Unlock()
	setBlocked(p.s, p.person, blocked)
}

// Deactivate deletes the person's account.
func (p *Person) Deactivate() {
	p.s.Mu.Lock()
	defer p.s.Mu.Unlock()
	p.s.State.People[p.person].Gone = true
	p.s.Emit(world.Event{What: world.PeopleChanged, Chat: p.person})
}

func setBlocked(s *world.World, id int64, blocked bool) {
	p := s.State.People[id]
	if !blocked {
		delete(s.Watch.Shut, id)
	}
	if p.Blocked == blocked {
		return
	}
	p.Blocked = blocked
	before, after := "member", "kicked"
	if !blocked {
		before, after = after, before
	}
	memberUpdate(s, s.State.Chats[id], id, before, after)
	s.Emit(world.Event{What: world.PeopleChanged, Chat: id})
}

// MemberUpdated is the my_chat_member update.
type MemberUpdated struct {
	Chat wire.Chat  `json:"chat"`
	From *wire.User `json:"from"`
	Date int64      `json:"date"`
	Old  Member     `json:"old_chat_member"`
	New  Member     `json:"new_chat_member"`
}

// Member is what the bot is in a chat, as an update of my_chat_member says it.
type Member struct {
	User   *wire.User `json:"user"`
	Status string     `json:"status"`
	Until  *int64     `json:"until_date,omitempty"` // of a kicked one: 0 is for ever
}

// memberUpdate lets the bot know that its own place in a chat has changed.
func memberUpdate(s *world.World, c *world.Chat, by int64, before, after string) {
	s.Push("my_chat_member", MemberUpdated{
		Chat: s.Wire(c), From: s.User(by), Date: s.Now().Unix(), Old: memberNow(s, before), New: memberNow(s, after),
	}, world.MessageLife)
}

func memberNow(s *world.World, status string) Member {
	m := Member{User: &s.Me, Status: status}
	if status == "kicked" {
		m.Until = new(int64)
	}
	return m
}
