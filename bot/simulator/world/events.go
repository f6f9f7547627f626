package world

import (
	"crypto/rand"
	"fmt"
	"strconv"
	"strings"

	"siip-asn/bot/simulator/wire"
)

// MaxEvents bounds what a page can catch up on after it lost its connection.
const MaxEvents = 4096

// What is a kind of change.
type What string

// The kinds of change.
const (
	MessageAdded    What = "message"
	MessageEdited   What = "edited"
	MessageDeleted  What = "deleted"
	keyboardChanged What = "keyboard" // what stands below the text field
	TapAnswered     What = "toast"
	ChatAction      What = "action"   // such as typing
	CommandsChanged What = "commands" // of any chat
	PeopleChanged   What = "people"   // somebody came, blocked or unblocked the bot
	networkDown     What = "network_down"
	networkUp       What = "network_up"
	StartOver       What = "reset" // what was missed is not known any more: load everything anew
)

// Event is a change, with what is needed to draw it.
type Event struct {
	ID       string
	Chat     int64
	What     What
	Message  *wire.Message
	Gone     int64 // the message that was deleted
	Keyboard *wire.Keyboard
	Toast    *Toast
	Action   string
}

// news is a ring of the newest events. Their ids are "<epoch>-<number>": an id of another epoch is from before a restart.
type news struct {
	epoch string
	Last  int64
	ring  []Event
}

func epoch() string { return strings.ToLower(rand.Text()[:8]) }

// ID is the id of an event by its number.
func (n *news) ID(number int64) string { return fmt.Sprintf("%s-%d", n.epoch, number) }

// Emit tells of a change, and wakes who waits for one.
func (s *World) Emit(e Event) {
	n := &s.News
	n.Last++
	e.ID = n.ID(n.Last)
	if len(n.ring) >= MaxEvents {
		n.ring = append([]Event(nil), n.ring[MaxEvents/8:]...)
	}
	n.ring = append(n.ring, e)
	tellSeen(s, e)
	if c := s.State.Chats[e.Chat]; c != nil {
		close(c.Change)
		c.Change = make(chan struct{})
	}
	s.Touch()
}

// Since gives the events after an id. If they are not all there any more, it says so with one event.
func (n *news) Since(id string) []Event {
	name, number, _ := strings.Cut(id, "-")
	after, err := strconv.ParseInt(number, 10, 64)
	missing := n.Last - after
	if name != n.epoch || err != nil || missing < 0 || missing > int64(len(n.ring)) {
		return []Event{{ID: n.ID(n.Last), What: StartOver}}
	}
	return append([]Event(nil), n.ring[int64(len(n.ring))-missing:]...)
}
