package simulator

// Profile is who somebody is. Only ID and FirstName are needed; invent the people you put here.
type Profile struct {
	ID        int64    `json:"id"`
	FirstName string   `json:"first_name"`
	LastName  string   `json:"last_name,omitempty"`
	Username  string   `json:"username,omitempty"` // without @
	Language  string   `json:"language,omitempty"` // of the person's client, such as "id"
	Phone     string   `json:"phone,omitempty"`    // as Telegram writes it: with or without +, it does not promise which
	About     string   `json:"about,omitempty"`    // for the page
	Tags      []string `json:"tags,omitempty"`     // for the page, such as a role and an office
}

// Person is somebody in their private chat with the bot. What they can do there are the methods of Seat.
type Person struct {
	*Seat
}

// Person introduces somebody. The same ID gives the same person; a profile with a name then replaces the earlier one.
func (s *Server) Person(p Profile) *Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	known := s.w.People[p.ID]
	if known == nil {
		s.w.People[p.ID] = &person{Profile: p}
		s.w.Order = append(s.w.Order, p.ID)
		s.newChat(p.ID, "", p.ID)
		s.emit(event{what: peopleChanged, chat: p.ID})
	} else if p.FirstName != "" {
		known.Profile = p
	}
	return s.handle(p.ID)
}

// People lists everybody in the order in which they were introduced.
func (s *Server) People() []*Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []*Person
	for _, id := range s.w.Order {
		out = append(out, s.handle(id))
	}
	return out
}

func (s *Server) handle(id int64) *Person {
	if s.handles[id] == nil {
		s.handles[id] = &Person{&Seat{s: s, person: id, chat: id}}
	}
	return s.handles[id]
}

// user is a person as the Bot API gives them, or the bot.
func (s *Server) user(id int64) *User {
	if id == s.me.ID {
		return &s.me
	}
	p := s.w.People[id].Profile
	return &User{ID: p.ID, FirstName: p.FirstName, LastName: p.LastName, Username: p.Username, LanguageCode: p.Language}
}

// ID is the person's user id.
func (p *Person) ID() int64 { return p.person }

// Profile is who the person is.
func (p *Person) Profile() Profile {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	return p.s.w.People[p.person].Profile
}

// Block blocks the bot.
func (p *Person) Block() { p.setBlocked(true) }

// Unblock lets the bot write again. Sending something does the same.
func (p *Person) Unblock() { p.setBlocked(false) }

func (p *Person) setBlocked(blocked bool) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.s.setBlocked(p.person, blocked)
}

// Deactivate deletes the person's account.
func (p *Person) Deactivate() {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.s.w.People[p.person].Gone = true
	p.s.emit(event{what: peopleChanged, chat: p.person})
}

func (s *Server) setBlocked(id int64, blocked bool) {
	p := s.w.People[id]
	if !blocked {
		delete(s.watch.shut, id)
	}
	if p.Blocked == blocked {
		return
	}
	p.Blocked = blocked
	before, after := "member", "kicked"
	if !blocked {
		before, after = after, before
	}
	s.memberUpdate(s.w.Chats[id], id, before, after)
	s.emit(event{what: peopleChanged, chat: id})
}
