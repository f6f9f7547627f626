package post

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// Incoming is an event with the marks of its delivery, which the core does not see.
type Incoming struct {
	Update  int64        // update id; of what has no mark, an id seen before is skipped. 0: none, such as a tick
	Mark    string       // names the message or tap under whatever update id it comes; one seen before is skipped. Empty: none
	Event   dialog.Event // meaningless when Poison is set
	Message int          // the message that was tapped, or that came in
	Tap     string       // query id of a tap, to be answered exactly once
	Raw     []byte       // as it was delivered, for the dead letters
	Poison  error        // it could not be decoded
}

// Outgoing is something to be sent, kept until it is. Exactly one of Show, Answer, Send, Check, React and SetCommands is
// set.
type Outgoing struct {
	ID          uint64              `json:"id"`
	To          flow.AccountID      `json:"to"`
	Lane        dialog.Lane         `json:"lane,omitempty"`
	At          time.Time           `json:"at"`
	Tapped      int                 `json:"tapped,omitempty"` // the message that was tapped when this was caused, or that a React is for
	Tap         string              `json:"tap,omitempty"`    // query id, of an Answer
	Show        *dialog.Show        `json:"show,omitempty"`
	Answer      *dialog.Answer      `json:"answer,omitempty"`
	Send        *dialog.Send        `json:"send,omitempty"`
	Parts       int                 `json:"parts,omitempty"` // of a Send that are out already
	Check       *dialog.Check       `json:"check,omitempty"`
	React       *dialog.React       `json:"react,omitempty"`
	SetCommands *dialog.SetCommands `json:"setCommands,omitempty"`
}

// Ticket is as much of an Outgoing as the sender needs to put it into its queue.
type Ticket struct {
	ID    uint64
	To    flow.AccountID
	Lane  dialog.Lane
	IsTap bool // the answer to a tap: ahead of everything, in no order with the messages of the chat
	Long  bool // a file that is to be made or read: what comes after it does not wait for it
}

// Ticket is the entry of o in the sender's queue.
func (o Outgoing) Ticket() Ticket {
	return Ticket{ID: o.ID, To: o.To, Lane: o.Lane, IsTap: o.Answer != nil, Long: o.Send != nil || o.Check != nil}
}

// Effects are what o is made of, to be sent once more. The answer to a tap is not: nobody waits for it any longer.
func (o Outgoing) Effects() []dialog.Effect {
	switch {
	case o.Show != nil:
		return []dialog.Effect{*o.Show}
	case o.Send != nil:
		return []dialog.Effect{*o.Send}
	case o.Check != nil:
		return []dialog.Effect{*o.Check}
	case o.SetCommands != nil:
		return []dialog.Effect{*o.SetCommands}
	default:
		return nil
	}
}

// Held says which message holds a slot, and what stands in it.
type Held struct {
	Message int       `json:"message"`
	Digest  string    `json:"digest"`          // of the screen that was sent
	Fixed   bool      `json:"fixed,omitempty"` // it was sent with a keyboard and cannot be changed
	At      time.Time `json:"at,omitzero"`     // when it was sent: one of two days cannot be deleted any more
}

// Receipt is what became of an Outgoing.
type Receipt struct {
	ID      uint64
	To      flow.AccountID
	Slot    dialog.Slot
	Held    Held   // what holds the slot now, when a message was sent or changed
	Gone    bool   // the person cannot be reached: he has blocked the bot
	Problem string // it cannot be sent at all: a dead letter
}

// Draft is an Outgoing with where it goes: what holds its slot, and the newest message of the chat.
type Draft struct {
	Outgoing
	Held   Held
	Newest int
}

// Plan is how a screen gets to where it belongs.
type Plan uint8

// The plans.
const (
	Leave  Plan = iota // it stands there already, or has no place to go to
	Change             // in the message that holds the slot
	Append             // in a new message, at the end of the chat
)

// Plan decides between changing the message that holds the slot and sending a new one: a person looks at what he tapped,
// else at the end of the chat. digest tells whether the same screen stands there already.
func (d Draft) Plan(digest string) Plan {
	manner := d.Show.Manner
	inSight := d.Held.Message == d.Tapped || d.Held.Message >= d.Newest
	switch {
	case d.Held.Message == 0 && manner == dialog.Quietly:
		return Leave
	case d.Held.Message == 0, manner == dialog.Anew, manner == dialog.Here && !inSight:
		return Append
	case d.Held.Digest == digest:
		return Leave
	case d.Held.Fixed || d.Show.Screen.Fixed():
		return Append
	default:
		return Change
	}
}
