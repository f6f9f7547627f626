package dialog

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/imports"
)

// Event is something that somebody did, or that the clock did. It brings everything that the core cannot look up: the
// time, and the ids of what it may make.
type Event struct {
	At    time.Time      // in the zone of the office
	From  flow.AccountID // who did it; 0 for the clock
	Group flow.AccountID // the group in which it was done; 0 in the private chat
	Input Input
	Late  bool // it failed when it came and is run again later: a text in it is no answer to the question of today

	Usulan  flow.UsulanID  // the id of an usulan that this event makes
	Panduan flow.PanduanID // the id of an entry of the panduan that this event makes
	Pegawai flow.PegawaiID // the id of a pegawai that this event makes
	OPD     flow.OPDID     // the id of an OPD that this event makes
	Random  [12]byte       // for a code that this event makes; nobody has seen it before
}

// Chat is where it was done and where it is answered: whose session it belongs to.
func (e Event) Chat() flow.AccountID {
	if e.Group != 0 {
		return e.Group
	}
	return e.From
}

// Input is what was done: Command, Text, Tap, Contact, File, Edited, Other, Blocked, Examined, Continue or Tick.
type Input interface{ input() }

// Command is "/name argument".
type Command struct{ Name, Argument string }

// Text is a typed message.
type Text struct{ Body string }

// Tap is a button that was pressed: what the button was drawn for.
type Tap struct{ ui.Button }

// Contact is a shared phone number.
type Contact struct {
	Phone string
	Own   bool // the server says that it is the sender's own
}

// File is a document that was sent; Ref fetches it.
type File struct {
	Ref  string `json:"ref,omitempty"`
	Name string `json:"name,omitempty"`
	Size int64  `json:"size,omitempty"`
}

// Edited is a message that was changed after it was sent. Its new text is not read.
type Edited struct{}

// Other is any other message: a sticker, a photo, a voice message.
type Other struct{}

// Blocked tells that the person has blocked the bot, or opened it again.
type Blocked struct{ Yes bool }

// Examined is what came of looking at a workbook that was dropped into the chat (Check), or of applying it.
type Examined struct {
	File       File
	Jenis      imports.Kind
	Applied    bool // it was written, not only looked at
	Changed    bool // it was to be written, but the data have changed since it was looked at: this is a new look
	Result     imports.ImportResult
	Understood imports.Understood // what the file was taken for
	Wrong      int                // faults in all
	Faults     []imports.Fault    // the first of them
	Problem    string             // why it could not be read at all, in Indonesian
}

// Continue lets a long work of the person, or of the clock, go on with its next part; the effect More asks for it.
type Continue struct{}

// Tick is the clock. Rekap is the last instant, not after now, at which the weekly rekap was due.
type Tick struct{ Rekap time.Time }

func (Command) input()  {}
func (Text) input()     {}
func (Tap) input()      {}
func (Contact) input()  {}
func (File) input()     {}
func (Edited) input()   {}
func (Other) input()    {}
func (Blocked) input()  {}
func (Examined) input() {}
func (Continue) input() {}
func (Tick) input()     {}
