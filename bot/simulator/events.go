package simulator

import (
	"crypto/rand"
	"fmt"
	"strconv"
	"strings"
)

// maxEvents bounds what a page can catch up on after it lost its connection.
const maxEvents = 4096

// what is a kind of change.
type what string

const (
	messageAdded    what = "message"
	messageEdited   what = "edited"
	messageDeleted  what = "deleted"
	keyboardChanged what = "keyboard" // what stands below the text field
	tapAnswered     what = "toast"
	chatAction      what = "action"   // such as typing
	commandsChanged what = "commands" // of any chat
	peopleChanged   what = "people"   // somebody came, blocked or unblocked the bot
	networkDown     what = "network_down"
	networkUp       what = "network_up"
	startOver       what = "reset" // what was missed is not known any more: load everything anew
)

// event is a change, with what is needed to draw it.
type event struct {
	id       string
	chat     int64
	what     what
	message  *Message
	gone     int64 // the message that was deleted
	keyboard *Keyboard
	toast    *Toast
	action   string
}

// news is a ring of the newest events. Their ids are "<epoch>-<number>": an id of another epoch is from before a restart.
type news struct {
	epoch string
	last  int64
	ring  []event
}

func epoch() string { return strings.ToLower(rand.Text()[:8]) }

func (n *news) id(number int64) string { return fmt.Sprintf("%s-%d", n.epoch, number) }

// emit tells of a change, and wakes who waits for one.
func (s *Server) emit(e event) {
	n := &s.news
	n.last++
	e.id = n.id(n.last)
	if len(n.ring) >= maxEvents {
		n.ring = append([]event(nil), n.ring[maxEvents/8:]...)
	}
	n.ring = append(n.ring, e)
	s.show(e)
	if c := s.w.Chats[e.chat]; c != nil {
		close(c.change)
		c.change = make(chan struct{})
	}
	s.touch()
}

// since gives the events after an id. If they are not all there any more, it says so with one event.
func (n *news) since(id string) []event {
	name, number, _ := strings.Cut(id, "-")
	after, err := strconv.ParseInt(number, 10, 64)
	missing := n.last - after
	if name != n.epoch || err != nil || missing < 0 || missing > int64(len(n.ring)) {
		return []event{{id: n.id(n.last), what: startOver}}
	}
	return append([]event(nil), n.ring[int64(len(n.ring))-missing:]...)
}
