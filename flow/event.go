package flow

import "time"

// Event is something that somebody did, or that the clock did. It brings everything that the core cannot look up: the
// time, and the ids of what it may make.
type Event struct {
	At     time.Time // in the zone of the office
	From   AccountID // who did it; 0 for the clock
	Group  AccountID // the group in which it was done; 0 in the private chat
	Usulan UsulanID  // the id of an usulan that this event makes
	Input  Input
}

// Chat is where it was done and where it is answered: whose session it belongs to.
func (e Event) Chat() AccountID {
	if e.Group != 0 {
		return e.Group
	}
	return e.From
}

// Input is what was done: Command, Text, Tap, Contact, File, Edited, Other, Blocked or Tick.
type Input interface{ input() }

// Command is "/name argument".
type Command struct{ Name, Argument string }

// Text is a typed message.
type Text struct{ Body string }

// Tap is a button that was pressed: what the button was drawn for.
type Tap struct{ Button }

// Contact is a shared phone number.
type Contact struct {
	Phone string
	Own   bool // the server says that it is the sender's own
}

// File is a document that was sent; Ref fetches it.
type File struct {
	Ref, Name string
	Size      int64
}

// Edited is a message that was changed after it was sent.
type Edited struct{}

// Other is anything else: a sticker, a photo, a voice message.
type Other struct{}

// Blocked tells that the person has blocked the bot, or opened it again.
type Blocked struct{ Yes bool }

// Tick is the clock. Rekap is the last instant, not after now, at which the weekly rekap was due.
type Tick struct{ Rekap time.Time }

func (Command) input() {}
func (Text) input()    {}
func (Tap) input()     {}
func (Contact) input() {}
func (File) input()    {}
func (Edited) input()  {}
func (Other) input()   {}
func (Blocked) input() {}
func (Tick) input()    {}
