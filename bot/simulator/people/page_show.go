package people

import (
	"maps"
	"net/http"
	"slices"
	"strconv"

	"siip-asn/bot/simulator/onlooker"
	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// StateView is all there is, without the messages.
type StateView struct {
	Bot       wire.User    `json:"bot"`
	Network   string       `json:"network"` // "up" or "down"
	People    []personView `json:"people"`
	Groups    []groupView  `json:"groups"`
	LastEvent string       `json:"last_event"` // to be given to /sim/events as since
}

type personView struct {
	world.Profile
	Name        string `json:"name"`
	Started     bool   `json:"started"`
	Blocked     bool   `json:"blocked"`
	Deactivated bool   `json:"deactivated"`
}

type groupView struct {
	wire.Chat
	Members []int64 `json:"members"`
	Bot     string  `json:"bot"`
}

// ChatView is one chat as one person sees it.
type ChatView struct {
	Chat      wire.Chat      `json:"chat"`
	Messages  []messageView  `json:"messages"`
	Keyboard  *wire.Keyboard `json:"keyboard"`
	Commands  []wire.Command `json:"commands"`
	Taps      []world.Tap    `json:"taps"` // of the person, which the bot can still answer
	LastEvent string         `json:"last_event"`
}

// messageView is a message with what a page needs besides.
type messageView struct {
	wire.Message
	Out      bool   `json:"out"`                // the bot wrote it
	Picture  string `json:"picture,omitempty"`  // where its picture is
	Download string `json:"download,omitempty"` // where its document is
}

func view(m wire.Message) messageView {
	v := messageView{Message: m, Out: m.FromBot()}
	if m.Document != nil {
		v.Download = "/sim/files/" + m.Document.FileUniqueID
	}
	if len(m.Photo) > 0 {
		v.Picture = "/sim/files/" + m.Photo[len(m.Photo)-1].FileUniqueID
	}
	return v
}

func showState(s *world.World, w http.ResponseWriter, _ *http.Request) {
	s.Mu.Lock()
	out := StateView{Bot: s.Me, Network: "up", People: []personView{}, Groups: groups(s), LastEvent: s.News.ID(s.News.Last)}
	if s.Down {
		out.Network = "down"
	}
	for _, id := range s.State.Order {
		out.People = append(out.People, viewPerson(s.State.People[id]))
	}
	s.Mu.Unlock()
	wire.WriteJSON(w, http.StatusOK, out)
}

func viewPerson(p *world.Person) personView {
	name := p.Profile.FirstName
	if p.Profile.LastName != "" {
		name += " " + p.Profile.LastName
	}
	return personView{Profile: p.Profile, Name: name, Started: p.Started, Blocked: p.Blocked, Deactivated: p.Gone}
}

func showChat(s *world.World, w http.ResponseWriter, r *http.Request) {
	seat := seat(s, r, number(r.FormValue("person")))
	if seat == nil {
		refuse(w, http.StatusNotFound, "no such chat or person")
		return
	}
	s.Mu.Lock()
	c := seat.Room()
	out := ChatView{Chat: s.Wire(c), Messages: []messageView{}, Keyboard: c.Keyboard, Commands: menu(s, c, seat.person)}
	for _, m := range c.Messages {
		out.Messages = append(out.Messages, view(*m))
	}
	out.Taps = s.OpenTaps(func(t *world.Query) bool { return t.Chat == c.ID && t.Person == seat.person && world.Waits(s, t) })
	out.LastEvent = s.News.ID(s.News.Last)
	s.Mu.Unlock()
	wire.WriteJSON(w, http.StatusOK, out)
}

func showCommands(s *world.World, w http.ResponseWriter, r *http.Request) {
	seat := seat(s, r, number(r.FormValue("person")))
	if seat == nil {
		refuse(w, http.StatusNotFound, "no such chat or person")
		return
	}
	wire.WriteJSON(w, http.StatusOK, map[string]any{"commands": seat.Commands()})
}

// seat is the place of a person in the chat of the path; in a private chat it is whose it is. It is called without the lock.
func seat(s *world.World, r *http.Request, person int64) *Seat {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	id := number(r.PathValue("chat"))
	if id > 0 {
		person = id
	}
	if s.State.Chats[id] == nil || s.State.People[person] == nil {
		return nil
	}
	return &Seat{s: s, person: person, chat: id}
}

func number(text string) int64 {
	n, _ := strconv.ParseInt(text, 10, 64)
	return n
}

// groups lists the groups, by id.
func groups(s *world.World) []groupView {
	out := []groupView{}
	for _, id := range slices.Sorted(maps.Keys(s.State.Chats)) {
		if c := s.State.Chats[id]; !c.Private() {
			out = append(out, groupView{Chat: s.Wire(c), Members: c.Members, Bot: c.Bot})
		}
	}
	return out
}

// OnlookerView is how the bot behaves.
type OnlookerView struct {
	Complaints []string        `json:"complaints"`
	Unanswered []world.Tap     `json:"unanswered"`
	Pending    int             `json:"pending"` // updates not confirmed
	Calls      []onlooker.Call `json:"calls"`   // the newest
}

func showOnlooker(s *world.World, w http.ResponseWriter, _ *http.Request) {
	calls := s.Calls()
	wire.WriteJSON(w, http.StatusOK, OnlookerView{
		Complaints: append([]string{}, s.Complaints()...),
		Unanswered: s.Unanswered(),
		Pending:    s.Pending(),
		Calls:      calls[max(0, len(calls)-50):],
	})
}
