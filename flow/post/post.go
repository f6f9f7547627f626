package post

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
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
	For         flow.PegawaiID      `json:"for,omitempty"`  // who was bound to the chat when it was caused; 0: nobody
	Right       dialog.Right        `json:"right,omitzero"` // who may have it when it is delivered
	Lane        dialog.Lane         `json:"lane,omitempty"`
	At          time.Time           `json:"at"`
	Tapped      int                 `json:"tapped,omitempty"` // the message that was tapped when this was caused, or that a React is for
	Tap         string              `json:"tap,omitempty"`    // query id, of an Answer
	Show        *dialog.Show        `json:"show,omitempty"`
	Owed        uint64              `json:"owed,omitempty"` // whose manner this Show took over; 0: it is its own
	Own         dialog.Manner       `json:"own,omitempty"`  // its manner when that one has been sent all the same
	Over        bool                `json:"over,omitempty"` // this Show took the place of one that may have been sent: what stands in its slot is not known
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
	IsTap bool      // the answer to a tap: ahead of everything, in no order with the messages of the chat
	Long  bool      // a file that is to be made or read: what comes after it does not wait for it
	Menu  bool      // the menu of commands: in no order with the messages of the chat
	Item  *Outgoing // what it stands for, when this process has caused it; not to be changed. nil: Ready reads it

	// Judged belongs to the store: the version of people and accounts in which it was found that the chat may have this. While that
	// is the present version, Ready does not judge again. 0: it was not judged, or only Ready can.
	Judged uint64
}

// Ticket is the entry of o in the sender's queue, without o itself.
func (o Outgoing) Ticket() Ticket {
	return Ticket{ID: o.ID, To: o.To, Lane: o.Lane, IsTap: o.Answer != nil, Long: o.Send != nil || o.Check != nil, Menu: o.SetCommands != nil}
}

// Again is o to be sent once more, under a number of its own. The answer to a tap is not: nobody waits for it any longer.
func (o Outgoing) Again() (again Outgoing, worthwhile bool) {
	o.ID, o.Tapped, o.Parts, o.Owed = 0, 0, 0, 0
	return o, o.Show != nil || o.Send != nil || o.Check != nil || o.SetCommands != nil
}

// Slot is where o is shown; empty for what has no place of its own.
func (o Outgoing) Slot() ui.Slot {
	if o.Show == nil {
		return ""
	}
	return o.Show.Slot
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
	ID          uint64
	To          flow.AccountID
	Slot        ui.Slot
	At          time.Time
	Parts       int    // not 0: so many parts of a report are out, and it is not through; nothing else is set then
	Held        Held   // what holds the slot now, when a message was sent or changed
	Unreachable bool   // the person cannot be reached: he has blocked the bot
	Problem     string // it cannot be sent at all: a dead letter
}

// Rest is how long nothing of a scope may be called: the server has said so. A scope is a name that the sender gives,
// such as a chat's; the empty one is everything.
type Rest struct {
	Scope string
	For   time.Duration // from when it was noted on; never more than RestMax
	Until time.Time
}

// RestMax is the longest rest that is kept, whatever the server says: a process that starts later tries again.
const RestMax = time.Hour

// Draft is an Outgoing with where it goes: what holds its slot, and the newest message of the chat.
type Draft struct {
	Outgoing
	Held   Held
	Newest int
}
