package simulator

import (
	"net/http"
	"strconv"
)

// stateView is all there is, without the messages.
type stateView struct {
	Bot       User         `json:"bot"`
	Network   string       `json:"network"` // "up" or "down"
	People    []personView `json:"people"`
	Groups    []groupView  `json:"groups"`
	LastEvent string       `json:"last_event"` // to be given to /sim/events as since
}

type personView struct {
	Profile
	Name        string `json:"name"`
	Started     bool   `json:"started"`
	Blocked     bool   `json:"blocked"`
	Deactivated bool   `json:"deactivated"`
}

type groupView struct {
	Chat
	Members []int64 `json:"members"`
	Bot     string  `json:"bot"`
}

// chatView is one chat as one person sees it.
type chatView struct {
	Chat      Chat          `json:"chat"`
	Messages  []messageView `json:"messages"`
	Keyboard  *Keyboard     `json:"keyboard"`
	Commands  []Command     `json:"commands"`
	Taps      []Tap         `json:"taps"` // of the person, which the bot can still answer
	LastEvent string        `json:"last_event"`
}

// messageView is a message with what a page needs besides.
type messageView struct {
	Message
	Out      bool   `json:"out"`                // the bot wrote it
	Picture  string `json:"picture,omitempty"`  // where its picture is
	Download string `json:"download,omitempty"` // where its document is
}

func view(m Message) messageView {
	v := messageView{Message: m, Out: m.FromBot()}
	if m.Document != nil {
		v.Download = "/sim/files/" + m.Document.FileUniqueID
	}
	if len(m.Photo) > 0 {
		v.Picture = "/sim/files/" + m.Photo[len(m.Photo)-1].FileUniqueID
	}
	return v
}

func (s *Server) showState(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	out := stateView{Bot: s.me, Network: "up", People: []personView{}, Groups: s.groups(), LastEvent: s.news.id(s.news.last)}
	if s.down {
		out.Network = "down"
	}
	for _, id := range s.w.Order {
		out.People = append(out.People, s.w.People[id].view())
	}
	s.mu.Unlock()
	writeJSON(w, http.StatusOK, out)
}

func (p *person) view() personView {
	name := p.Profile.FirstName
	if p.Profile.LastName != "" {
		name += " " + p.Profile.LastName
	}
	return personView{Profile: p.Profile, Name: name, Started: p.Started, Blocked: p.Blocked, Deactivated: p.Gone}
}

func (s *Server) showChat(w http.ResponseWriter, r *http.Request) {
	seat := s.seat(r, number(r.FormValue("person")))
	if seat == nil {
		refuse(w, http.StatusNotFound, "no such chat or person")
		return
	}
	s.mu.Lock()
	c := seat.room()
	out := chatView{Chat: s.wire(c), Messages: []messageView{}, Keyboard: c.Keyboard, Commands: s.menu(c, seat.person)}
	for _, m := range c.Messages {
		out.Messages = append(out.Messages, view(*m))
	}
	out.Taps = s.openTaps(func(t *tap) bool { return t.Chat == c.ID && t.Person == seat.person && s.waits(t) })
	out.LastEvent = s.news.id(s.news.last)
	s.mu.Unlock()
	writeJSON(w, http.StatusOK, out)
}

func (s *Server) showCommands(w http.ResponseWriter, r *http.Request) {
	seat := s.seat(r, number(r.FormValue("person")))
	if seat == nil {
		refuse(w, http.StatusNotFound, "no such chat or person")
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"commands": seat.Commands()})
}

// seat is the place of a person in the chat of the path; in a private chat it is whose it is. It is called without the lock.
func (s *Server) seat(r *http.Request, person int64) *Seat {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := number(r.PathValue("chat"))
	if id > 0 {
		person = id
	}
	if s.w.Chats[id] == nil || s.w.People[person] == nil {
		return nil
	}
	return &Seat{s: s, person: person, chat: id}
}

func number(text string) int64 {
	n, _ := strconv.ParseInt(text, 10, 64)
	return n
}
