package world

import (
	"siip-asn/bot/simulator/wire"
)

// Sight is something that appears before a person: a message, or the answer to a tap.
type Sight struct {
	Chat    int64
	Message *wire.Message // nil for the answer to a tap
	Changed bool          // the message stood there before, and has changed
	Toast   *Toast        // nil for a message
}

// tellSeen tells Options.Seen of an event, if it is one that a person sees.
func tellSeen(s *World, e Event) {
	switch {
	case s.Opt.Seen == nil:
	case e.What == MessageAdded, e.What == MessageEdited:
		s.Opt.Seen(Sight{Chat: e.Chat, Message: e.Message, Changed: e.What == MessageEdited})
	case e.What == TapAnswered:
		s.Opt.Seen(Sight{Chat: e.Chat, Toast: e.Toast})
	}
}
